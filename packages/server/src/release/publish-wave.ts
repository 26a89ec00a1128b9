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
  return prisma.$transaction(
    async (transaction) => {
      const digest = await writeRelease(transaction, release, options.by ?? 'command line')
      if (!(await isUnchanged(transaction, release)))
        throw new Error(`Wave ${code} was changed while its release was made; publish it again.`)
      return digest
    },
    { timeout: writeTimeout },
  )
}

/** Whether a wave is still what a release was made from. */
export async function isUnchanged(
  prisma: Prisma.TransactionClient,
  { codebook, source }: PreparedRelease,
): Promise<boolean> {
  const wave = await readWave(prisma, codebook.wave.code)
  return wave !== undefined && sourceDigest(wave, await storedColumns(wave)) === source
}
