-- AlterTable
ALTER TABLE "ImportedFile" ADD COLUMN     "rows" TEXT;
