import type { Prisma } from '../generated/prisma/client.ts'
import type { CheckedAnswers } from './check-answers.ts'
import { inRowBatches } from './row-batches.ts'

/** Writes the answers of a file to a wave, in batches, and that the file was imported. Run it in a transaction. */
export async function saveAnswers(
  prisma: Prisma.TransactionClient,
  waveId: string,
  answers: CheckedAnswers,
  { codebook, progress }: { codebook?: string | undefined; progress?: ((rows: number) => void) | undefined },
): Promise<void> {
  const { digest, respondents } = answers
  const rowDigest = await inRowBatches(answers, async (rows, done) => {
    await prisma.$executeRaw`
      INSERT INTO "Respondent" ("id", "waveId", "answers")
      SELECT gen_random_uuid(), ${waveId}, row::jsonb FROM unnest(string_to_array(${rows}, chr(10))) AS row`
    progress?.(done)
  })
  await prisma.importedFile.create({
    data: { waveId, digest, rows: rowDigest, respondents, codebook: codebook ?? null },
  })
}
