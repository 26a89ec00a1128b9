-- AlterTable
ALTER TABLE "Wave" ADD COLUMN     "invited" INTEGER,
ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY['nl', 'en']::TEXT[],
ADD COLUMN     "purgedOn" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "withdrawnEn" TEXT,
ADD COLUMN     "withdrawnNl" TEXT,
ADD COLUMN     "withdrawnOn" DATE;
