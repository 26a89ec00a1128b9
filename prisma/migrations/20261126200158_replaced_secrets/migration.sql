-- AlterTable
ALTER TABLE "Client" ADD COLUMN     "replacedAt" TIMESTAMPTZ(3);
