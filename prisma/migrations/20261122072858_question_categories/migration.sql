-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "categories" JSONB,
ADD COLUMN     "nets" JSONB;
