import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { PrismaClient, SigningKey } from '../generated/prisma/client.ts'

/** How keys are used in time, in milliseconds. */
export const keyTimes = {
  /** A key is replaced at this age. */
  age: 90 * 24 * 3_600_000,
  /** A key is published so long before it signs: longer than anyone keeps the published keys. */
  ahead: 600_000,
  /** A key stays published so long after the next one signs: longer than any token holds. */
  after: 900_000,
  /** Replicas read the keys so often: often enough to know each before it signs. */
  reading: 60_000,
}

/**
 * Reads the private keys of the issuer, the one that signs first, and makes what is missing: the first, and the next
 * of one that grew old. Replicas share the keys, and put them in order alike, by the clock.
 */
export async function readSigningKeys(prisma: PrismaClient): Promise<JWK[]> {
  const rows = await prisma.signingKey.findMany({ orderBy: { number: 'asc' } })
  const newest = rows.at(-1) ?? null
  if (newest !== null && newest.signsFrom.getTime() + keyTimes.age > Date.now()) return inUse(rows)
  await addKey(prisma, newest)
  return readSigningKeys(prisma)
}

/**
 * Publishes a next key, which signs once every reader of the published keys can know it. What the present one signed
 * stays valid until it expires.
 *
 * @returns from when the next key signs; where one waits already, no other is made
 */
export async function rotateSigningKeys(prisma: PrismaClient): Promise<Date> {
  const newest = await prisma.signingKey.findFirst({ orderBy: { number: 'desc' } })
  return newest !== null && newest.signsFrom > new Date() ? newest.signsFrom : addKey(prisma, newest)
}

/** Adds the key after `newest`, once, however many replicas do so at the same time; tells from when it signs. */
async function addKey(prisma: PrismaClient, newest: SigningKey | null): Promise<Date> {
  const signsFrom = new Date(Date.now() + (newest === null ? 0 : keyTimes.ahead))
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const number = (newest?.number ?? 0) + 1
  const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' }
  await prisma.signingKey.createMany({ data: [{ number, key, signsFrom }], skipDuplicates: true })
  if (newest !== null && newest.signsFrom.getTime() + keyTimes.after < Date.now()) {
    await prisma.signingKey.deleteMany({ where: { number: { lt: newest.number } } })
  }
  return (await prisma.signingKey.findUniqueOrThrow({ where: { number } })).signsFrom
}

/** The keys to publish now: the one that signs, the next, and those whose tokens may still hold. */
function inUse(rows: readonly SigningKey[]): JWK[] {
  const now = Date.now()
  // Where the clock of the replica that made the first key is ahead of this one's, that key signs all the same.
  const signing = Math.max(
    0,
    rows.findLastIndex(({ signsFrom }) => signsFrom.getTime() <= now),
  )
  const older = rows.filter(
    (_, index) => index < signing && rows[index + 1]!.signsFrom.getTime() + keyTimes.after > now,
  )
  return [rows[signing]!, ...rows.slice(signing + 1), ...older].map(({ key }) => key as JWK)
}
