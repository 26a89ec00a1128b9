-- CreateTable
CREATE TABLE "Invitation" (
    "codeHash" BYTEA NOT NULL,
    "waveId" TEXT NOT NULL,
    "organisation" TEXT,
    "used" BOOLEAN NOT NULL DEFAULT false,
    "revoked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("codeHash")
);

-- CreateTable
CREATE TABLE "AnswerLink" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "organisation" TEXT,
    "secretHash" BYTEA NOT NULL,
    "revoked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "AnswerLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Invitation_waveId_idx" ON "Invitation"("waveId");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerLink_secretHash_key" ON "AnswerLink"("secretHash");

-- CreateIndex
CREATE INDEX "AnswerLink_waveId_idx" ON "AnswerLink"("waveId");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerLink" ADD CONSTRAINT "AnswerLink_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Statistics of a column hold samples of it, longer than the rows are kept.
ALTER TABLE "Respondent" ALTER COLUMN "answers" SET STATISTICS 0;
ALTER TABLE "OpenAnswer" ALTER COLUMN "text" SET STATISTICS 0;
