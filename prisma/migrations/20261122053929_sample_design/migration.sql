-- AlterTable
ALTER TABLE "ReleaseColumn" ADD COLUMN     "levels" DOUBLE PRECISION[];

-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "clustersId" TEXT,
ADD COLUMN     "population" JSONB,
ADD COLUMN     "strataId" TEXT;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_strataId_fkey" FOREIGN KEY ("strataId") REFERENCES "Variable"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Wave" ADD CONSTRAINT "Wave_clustersId_fkey" FOREIGN KEY ("clustersId") REFERENCES "Variable"("id") ON DELETE SET NULL ON UPDATE CASCADE;
