-- CreateTable
CREATE TABLE "SentForm" (
    "tokenHash" BYTEA NOT NULL,
    "waveId" TEXT NOT NULL,

    CONSTRAINT "SentForm_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateIndex
CREATE INDEX "SentForm_waveId_idx" ON "SentForm"("waveId");

-- AddForeignKey
ALTER TABLE "SentForm" ADD CONSTRAINT "SentForm_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;
