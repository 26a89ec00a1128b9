import type { Prisma } from '../generated/prisma/client.ts'
import type { CheckedAnswers } from './check-answers.ts'

/** About so many characters of answers are written by one statement. */
const batchSize = 1 << 17

/** Writes the answers of a file to a wave, in batches, and that the file was imported. Run it in a transaction. */
export async function saveAnswers(
  prisma: Prisma.TransactionClient,
  waveId: string,
  { each, digest, respondents }: CheckedAnswers,
  { codebook, progress }: { codebook?: string | undefined; progress?: ((rows: number) => void) | undefined },
): Promise<void> {
  await prisma.importedFile.create({ data: { waveId, digest, respondents, codebook: codebook ?? null } })
  let batch: string[] = []
  let size = 0
  let written = 0
  // JSON has no line break of its own: one text with the rows between line breaks costs less than a list of texts.
  const flush = async () => {
    await prisma.$executeRaw`
      INSERT INTO "Respondent" ("id", "waveId", "answers")
      SELECT gen_random_uuid(), ${waveId}, row::jsonb FROM unnest(string_to_array(${batch.join('\n')}, chr(10))) AS row`
    written += batch.length
    batch = []
    size = 0
    progress?.(written)
  }
  await each(async (answers) => {
    const row = JSON.stringify(answers)
    batch.push(row)
    size += row.length
    if (size >= batchSize) await flush()
  })
  if (batch.length > 0) await flush()
}
