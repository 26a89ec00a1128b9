-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('PUBLIC', 'PARTNERS');

-- AlterTable
-- Waves from before there were audiences stay what they were: open to everyone.
ALTER TABLE "Wave" ADD COLUMN     "audience" "Audience" NOT NULL DEFAULT 'PUBLIC';
ALTER TABLE "Wave" ALTER COLUMN "audience" SET DEFAULT 'PARTNERS';
