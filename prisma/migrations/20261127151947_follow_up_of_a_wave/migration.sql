-- DropForeignKey
ALTER TABLE "FollowUp" DROP CONSTRAINT "FollowUp_waveId_fkey";

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;
