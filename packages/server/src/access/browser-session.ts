import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Asker } from './asker.ts'
import { type Cookie, readCookie } from './cookies.ts'
import type { Identity } from './identity.ts'
import { isSameOrigin } from './same-origin.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** For how many seconds a browser stays signed in. */
const sessionHolds = 14 * 24 * 3600

/** The cookie of a session. */
const sessionCookie = (value: string, maxAge: number): Cookie => ({ name: 'peo-session', value, maxAge })

/** Signs a browser in as an account; nothing where the account is gone. */
export async function openSession(prisma: PrismaClient, accountId: string): Promise<Cookie | undefined> {
  const account = await prisma.staffAccount.findUnique({ where: { id: accountId } })
  if (account === null) return undefined
  const token = newSecret()
  const now = Date.now()
  await prisma.staffSession.deleteMany({ where: { expiresAt: { lt: new Date(now) } } })
  const expiresAt = new Date(now + sessionHolds * 1000)
  await prisma.staffSession.create({ data: { hash: hashSecret(token), accountId, expiresAt } })
  return sessionCookie(token, sessionHolds)
}

/** Finds the account that a request's browser is signed in as. Without a cookie of this service's own page, nothing. */
export function findSession(
  prisma: PrismaClient,
  url: string,
  asker: Asker,
): Promise<Identity | undefined> | undefined {
  const hash = hashOf(asker, url)
  if (hash === undefined) return undefined
  const session = prisma.staffSession.findUnique({
    where: { hash, expiresAt: { gt: new Date() } },
    select: { account: { select: { id: true, kind: true } } },
  })
  return session.then((found) =>
    found === null ? undefined : { viewer: { role: found.account.kind }, account: found.account.id },
  )
}

/** Signs a request's browser out. */
export async function closeSession(prisma: PrismaClient, url: string, asker: Asker): Promise<Cookie> {
  const hash = hashOf(asker, url)
  if (hash !== undefined) await prisma.staffSession.deleteMany({ where: { hash } })
  return sessionCookie('', 0)
}

function hashOf(asker: Asker, url: string): Uint8Array<ArrayBuffer> | undefined {
  const token = readCookie(asker.headerOf('cookie'), sessionCookie('', 0).name, url)
  return token && isSameOrigin(asker, url) ? hashSecret(token) : undefined
}
