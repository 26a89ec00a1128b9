-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "hierarchy" JSONB;

-- AlterTable
ALTER TABLE "Variable" ADD COLUMN     "hierarchy" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "sensitive" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "AnonymousFile" (
    "releaseId" TEXT NOT NULL,
    "respondents" INTEGER NOT NULL,
    "ids" BYTEA NOT NULL,
    "report" JSONB NOT NULL,

    CONSTRAINT "AnonymousFile_pkey" PRIMARY KEY ("releaseId")
);

-- CreateTable
CREATE TABLE "AnonymousColumn" (
    "id" TEXT NOT NULL,
    "releaseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "variable" TEXT NOT NULL,
    "option" TEXT,
    "answers" JSONB NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "AnonymousColumn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AnonymousColumn_releaseId_position_key" ON "AnonymousColumn"("releaseId", "position");

-- AddForeignKey
ALTER TABLE "AnonymousFile" ADD CONSTRAINT "AnonymousFile_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnonymousColumn" ADD CONSTRAINT "AnonymousColumn_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "AnonymousFile"("releaseId") ON DELETE CASCADE ON UPDATE CASCADE;

-- Read in pages: a compressed column is unpacked from its start for each of them, one stored as it is is not.
ALTER TABLE "AnonymousColumn" ALTER COLUMN "data" SET STORAGE EXTERNAL;
ALTER TABLE "AnonymousFile" ALTER COLUMN "ids" SET STORAGE EXTERNAL;
