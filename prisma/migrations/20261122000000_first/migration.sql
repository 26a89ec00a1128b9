-- CreateEnum
CREATE TYPE "WaveStatus" AS ENUM ('DRAFT', 'FIELDING', 'CLOSED', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Measurement" AS ENUM ('NOMINAL', 'ORDINAL', 'NUMERIC', 'MULTIPLE', 'TEXT', 'WEIGHT');

-- CreateTable
CREATE TABLE "Wave" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "titleNl" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "status" "WaveStatus" NOT NULL DEFAULT 'DRAFT',
    "fieldworkFrom" DATE,
    "fieldworkTo" DATE,
    "minimumGroupSize" INTEGER NOT NULL DEFAULT 5,

    CONSTRAINT "Wave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Breakdown" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Breakdown_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BreakdownVariable" (
    "breakdownId" TEXT NOT NULL,
    "variableId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "BreakdownVariable_pkey" PRIMARY KEY ("breakdownId","variableId")
);

-- CreateTable
CREATE TABLE "Variable" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "measurement" "Measurement" NOT NULL,
    "labelNl" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "background" BOOLEAN NOT NULL DEFAULT false,
    "partnerBoundary" BOOLEAN NOT NULL DEFAULT false,
    "core" BOOLEAN NOT NULL DEFAULT false,
    "theme" TEXT,
    "minimum" DOUBLE PRECISION,
    "maximum" DOUBLE PRECISION,

    CONSTRAINT "Variable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Category" (
    "id" TEXT NOT NULL,
    "variableId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "labelNl" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,

    CONSTRAINT "Category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Net" (
    "id" TEXT NOT NULL,
    "variableId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "labelNl" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "categoryCodes" TEXT[],

    CONSTRAINT "Net_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "variableId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "wordingNl" TEXT NOT NULL,
    "wordingEn" TEXT NOT NULL,
    "askedIfVariable" TEXT,
    "askedIfCategories" TEXT[],
    "comparabilityNoteNl" TEXT,
    "comparabilityNoteEn" TEXT,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "isbn" TEXT,
    "authors" TEXT[],

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Respondent" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "Respondent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "publishedOn" DATE NOT NULL,
    "respondents" INTEGER NOT NULL,
    "codebook" JSONB NOT NULL,
    "plan" JSONB NOT NULL,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseColumn" (
    "id" TEXT NOT NULL,
    "releaseId" TEXT NOT NULL,
    "variable" TEXT NOT NULL,
    "data" BYTEA NOT NULL,

    CONSTRAINT "ReleaseColumn_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Wave_code_key" ON "Wave"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Breakdown_waveId_position_key" ON "Breakdown"("waveId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Variable_code_key" ON "Variable"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Category_variableId_code_key" ON "Category"("variableId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Net_variableId_code_key" ON "Net"("variableId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Question_waveId_variableId_key" ON "Question"("waveId", "variableId");

-- CreateIndex
CREATE INDEX "Publication_waveId_idx" ON "Publication"("waveId");

-- CreateIndex
CREATE INDEX "Respondent_waveId_idx" ON "Respondent"("waveId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_digest_key" ON "Release"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "Release_waveId_number_key" ON "Release"("waveId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReleaseColumn_releaseId_variable_key" ON "ReleaseColumn"("releaseId", "variable");

-- AddForeignKey
ALTER TABLE "Breakdown" ADD CONSTRAINT "Breakdown_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakdownVariable" ADD CONSTRAINT "BreakdownVariable_breakdownId_fkey" FOREIGN KEY ("breakdownId") REFERENCES "Breakdown"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreakdownVariable" ADD CONSTRAINT "BreakdownVariable_variableId_fkey" FOREIGN KEY ("variableId") REFERENCES "Variable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Category" ADD CONSTRAINT "Category_variableId_fkey" FOREIGN KEY ("variableId") REFERENCES "Variable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Net" ADD CONSTRAINT "Net_variableId_fkey" FOREIGN KEY ("variableId") REFERENCES "Variable"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_variableId_fkey" FOREIGN KEY ("variableId") REFERENCES "Variable"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Respondent" ADD CONSTRAINT "Respondent_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseColumn" ADD CONSTRAINT "ReleaseColumn_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE CASCADE ON UPDATE CASCADE;
