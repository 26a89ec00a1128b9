import { createHash } from 'node:crypto'
import type { CheckedAnswers } from './check-answers.ts'

/** About so many characters of answers are written by one statement. */
const batchSize = 1 << 17

/**
 * Gives the answers of a file in batches: each row as JSON, with line breaks between them, of which JSON has none. One text
 * costs less than a list of texts.
 *
 * @param write is given a batch, and how many rows there were with it
 * @returns SHA-256 of all rows, in hexadecimal
 */
export async function inRowBatches(
  { each }: Pick<CheckedAnswers, 'each'>,
  write: (rows: string, done: number) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256')
  let batch: string[] = []
  let size = 0
  let done = 0
  const flush = async () => {
    done += batch.length
    await write(batch.join('\n'), done)
    batch = []
    size = 0
  }
  await each(async (answers) => {
    const row = JSON.stringify(answers)
    hash.update(row).update('\n')
    batch.push(row)
    size += row.length
    if (size >= batchSize) await flush()
  })
  if (batch.length > 0) await flush()
  return hash.digest('hex')
}
