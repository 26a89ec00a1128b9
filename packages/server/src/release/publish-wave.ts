import { rewriteRows } from '../collection/sweep-rows.ts'
import type { Database } from '../database/database.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { type PreparedRelease, type PublishOptions, prepareRelease, sourceDigest } from './prepare-release.ts'
import { readWave, storedColumns } from './read-wave.ts'
import { writeRelease } from './write-release.ts'

/** Milliseconds that writing a release, or the rows of a wave, may take. */
export const writeTimeout = 60_000

/**
 * Publishes a wave: makes its release, and writes that in one transaction if the wave is still what it was made from.
 *
 * @returns the digest of the release
 * @throws as `prepareRelease` and `writeRelease`, and Error when the wave was changed meanwhile
 */
export async function publishWave(
  prisma: Database['prisma'],
  code: string,
  options: PublishOptions = {},
): Promise<string> {
  const release = await prepareRelease(prisma, code, options)
  const { digest, isApart } = await prisma.$transaction(
    async (transaction) => {
      // Whoever else changes it waits. Of one that is not closed any more `writeRelease` says so.
      const closed = await transaction.$queryRaw<object[]>`
        SELECT 1 FROM "Wave" WHERE "code" = ${code} AND "status" = 'CLOSED' FOR UPDATE`
      if (closed.length > 0 && !(await isUnchanged(transaction, release)))
        throw new Error(`Wave ${code} was changed while its release was made; publish it again.`)
      return writeRelease(transaction, release, options.by ?? 'command line')
    },
    { timeout: writeTimeout },
  )
  if (isApart) await rewriteRows(prisma)
  return digest
}

/** Whether a wave is still what a release was made from. */
export async function isUnchanged(
  prisma: Prisma.TransactionClient,
  { codebook, source }: PreparedRelease,
): Promise<boolean> {
  const wave = await readWave(prisma, codebook.wave.code)
  return wave !== undefined && sourceDigest(wave, await storedColumns(wave)) === source
}
