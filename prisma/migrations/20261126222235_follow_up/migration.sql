-- CreateEnum
CREATE TYPE "MeetingKind" AS ENUM ('WORKING_GROUP', 'WEBINAR');

-- CreateEnum
CREATE TYPE "FindingKind" AS ENUM ('GOAL', 'EXPLANATION', 'DIFFERENCE', 'CAUSE', 'TASK', 'CONSEQUENCE', 'SOLUTION');

-- CreateEnum
CREATE TYPE "Addressee" AS ENUM ('MUNICIPALITIES', 'PROVIDERS', 'GIS', 'PROFESSIONALS');

-- CreateEnum
CREATE TYPE "RecommendationStatus" AS ENUM ('NEW', 'TAKEN_UP', 'DONE', 'DECLINED');

-- CreateEnum
CREATE TYPE "ProposalKind" AS ENUM ('THEME', 'QUESTION');

-- CreateEnum
CREATE TYPE "ProposalStatus" AS ENUM ('PROPOSED', 'TAKEN_UP', 'DECLINED');

-- CreateEnum
CREATE TYPE "RemarkStatus" AS ENUM ('WAITING', 'APPROVED', 'HIDDEN');

-- CreateEnum
CREATE TYPE "AccountKind" AS ENUM ('STAFF', 'PROFESSIONAL');

-- AlterTable
ALTER TABLE "Publication" ADD COLUMN     "link" TEXT,
ADD COLUMN     "titleEn" TEXT,
ADD COLUMN     "titleNl" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "StaffAccount" ADD COLUMN     "kind" "AccountKind" NOT NULL DEFAULT 'STAFF';

-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "kind" "MeetingKind" NOT NULL,
    "heldOn" DATE,
    "attending" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "kind" "FindingKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "textNl" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reflection" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "questionId" TEXT,
    "table" JSONB,
    "textNl" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reflection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recommendation" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "addressees" "Addressee"[],
    "textNl" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "status" "RecommendationStatus" NOT NULL DEFAULT 'NEW',
    "published" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Recommendation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" TEXT NOT NULL,
    "recommendationId" TEXT NOT NULL,
    "waveId" TEXT,
    "textNl" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FollowUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "id" TEXT NOT NULL,
    "kind" "ProposalKind" NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "showName" BOOLEAN NOT NULL DEFAULT false,
    "status" "ProposalStatus" NOT NULL DEFAULT 'PROPOSED',
    "reason" TEXT,
    "waveId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProposalSupport" (
    "proposalId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,

    CONSTRAINT "ProposalSupport_pkey" PRIMARY KEY ("proposalId","accountId")
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "questionId" TEXT,
    "table" JSONB,
    "text" TEXT NOT NULL,
    "authorId" TEXT,
    "showName" BOOLEAN NOT NULL DEFAULT false,
    "status" "RemarkStatus" NOT NULL DEFAULT 'WAITING',
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Meeting_waveId_idx" ON "Meeting"("waveId");

-- CreateIndex
CREATE INDEX "Finding_waveId_idx" ON "Finding"("waveId");

-- CreateIndex
CREATE INDEX "Reflection_waveId_idx" ON "Reflection"("waveId");

-- CreateIndex
CREATE INDEX "Reflection_questionId_idx" ON "Reflection"("questionId");

-- CreateIndex
CREATE INDEX "Recommendation_waveId_idx" ON "Recommendation"("waveId");

-- CreateIndex
CREATE INDEX "FollowUp_recommendationId_idx" ON "FollowUp"("recommendationId");

-- CreateIndex
CREATE INDEX "FollowUp_waveId_idx" ON "FollowUp"("waveId");

-- CreateIndex
CREATE INDEX "Proposal_authorId_idx" ON "Proposal"("authorId");

-- CreateIndex
CREATE INDEX "Proposal_waveId_idx" ON "Proposal"("waveId");

-- CreateIndex
CREATE INDEX "ProposalSupport_accountId_idx" ON "ProposalSupport"("accountId");

-- CreateIndex
CREATE INDEX "Remark_waveId_idx" ON "Remark"("waveId");

-- CreateIndex
CREATE INDEX "Remark_questionId_idx" ON "Remark"("questionId");

-- CreateIndex
CREATE INDEX "Remark_authorId_idx" ON "Remark"("authorId");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reflection" ADD CONSTRAINT "Reflection_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recommendation" ADD CONSTRAINT "Recommendation_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_recommendationId_fkey" FOREIGN KEY ("recommendationId") REFERENCES "Recommendation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FollowUp" ADD CONSTRAINT "FollowUp_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "StaffAccount"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalSupport" ADD CONSTRAINT "ProposalSupport_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "Proposal"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProposalSupport" ADD CONSTRAINT "ProposalSupport_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "StaffAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "StaffAccount"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;
