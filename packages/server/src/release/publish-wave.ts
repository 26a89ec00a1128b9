import type { Database } from '../database/database.ts'
import { type PublishOptions, prepareRelease, sourceDigest } from './prepare-release.ts'
import { readWave, storedColumns } from './read-wave.ts'
import { writeRelease } from './write-release.ts'

/** Milliseconds that writing a release may take. */
const transactionTimeout = 60_000

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
      const wave = await readWave(transaction, code)
      if (wave === undefined || sourceDigest(wave, await storedColumns(wave)) !== release.source)
        throw new Error(`Wave ${code} was changed while its release was made; publish it again.`)
      return digest
    },
    { timeout: transactionTimeout },
  )
}
