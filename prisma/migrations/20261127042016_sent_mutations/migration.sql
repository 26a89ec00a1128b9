-- CreateTable
CREATE TABLE "SentMutation" (
    "id" TEXT NOT NULL,
    "asked" TEXT NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "SentMutation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SentMutation_begunAt_idx" ON "SentMutation"("begunAt");
