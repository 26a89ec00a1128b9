-- CreateEnum
CREATE TYPE "ReviewStatus" AS ENUM ('PENDING', 'APPROVED', 'REJECTED');

-- CreateTable
CREATE TABLE "OpenAnswer" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "ReviewStatus" NOT NULL DEFAULT 'PENDING',
    "approved" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "OpenAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OpenAnswer_waveId_status_idx" ON "OpenAnswer"("waveId", "status");

-- CreateIndex
CREATE INDEX "OpenAnswer_questionId_idx" ON "OpenAnswer"("questionId");

-- AddForeignKey
ALTER TABLE "OpenAnswer" ADD CONSTRAINT "OpenAnswer_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenAnswer" ADD CONSTRAINT "OpenAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;
