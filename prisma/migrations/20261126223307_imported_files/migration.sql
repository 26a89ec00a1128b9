-- CreateTable
CREATE TABLE "ImportedFile" (
    "id" TEXT NOT NULL,
    "waveId" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "codebook" TEXT,
    "respondents" INTEGER NOT NULL,
    "importedAt" TIMESTAMPTZ(0) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportedFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ImportedFile_waveId_digest_key" ON "ImportedFile"("waveId", "digest");

-- AddForeignKey
ALTER TABLE "ImportedFile" ADD CONSTRAINT "ImportedFile_waveId_fkey" FOREIGN KEY ("waveId") REFERENCES "Wave"("id") ON DELETE CASCADE ON UPDATE CASCADE;
