-- CreateEnum
CREATE TYPE "ProgressStage" AS ENUM ('CHECKED', 'WRITTEN', 'RELEASE_PLAN', 'AUDIT', 'OTHER_CHOICES');

-- CreateTable
CREATE TABLE "Progress" (
    "id" TEXT NOT NULL,
    "wave" TEXT NOT NULL,
    "stage" "ProgressStage" NOT NULL,
    "done" INTEGER NOT NULL,
    "of" INTEGER,
    "began" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Progress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Progress_wave_idx" ON "Progress"("wave");
