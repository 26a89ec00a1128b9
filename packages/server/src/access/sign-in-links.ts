import type { PrismaClient } from '../generated/prisma/client.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** The cookie in which a browser keeps the token of the link it used, on its way through the issuer. */
export const linkCookie = 'peo-sign-in-link'

/** How long a link waits to be used, in milliseconds. */
const linkHolds = 24 * 3_600_000

/** How long after that the browser has to come through the issuer, in milliseconds. */
export const signInTakes = 120_000

/**
 * Makes a link that signs an account in once, within a day, in place of those made before. It is stored nowhere, and never
 * shown again.
 */
export async function createSignInLink(
  prisma: PrismaClient,
  url: string,
  accountId: string,
): Promise<string> {
  const token = newSecret()
  const expiresAt = new Date(Date.now() + linkHolds)
  await prisma.signInLink.deleteMany({ where: { OR: [{ expiresAt: { lt: new Date() } }, { accountId }] } })
  await prisma.signInLink.create({ data: { hash: hashSecret(token), accountId, expiresAt } })
  return `${url}/sign-in-link?t=${token}`
}

/** Uses a link up. Of several requests that do so at once, one succeeds. */
export async function useSignInLink(prisma: PrismaClient, token: string): Promise<boolean> {
  const now = new Date()
  const { count } = await prisma.signInLink.updateMany({
    where: { hash: hashSecret(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}

/** Whom a link that was just used signs in, once; undefined where it does no longer. */
export async function takeUsedLink(prisma: PrismaClient, token: string): Promise<string | undefined> {
  const hash = hashSecret(token)
  const used = { hash, usedAt: { gt: new Date(Date.now() - signInTakes) } }
  const link = await prisma.signInLink.findFirst({ where: used })
  const { count } = await prisma.signInLink.deleteMany({ where: used })
  return count === 1 ? link?.accountId : undefined
}
