import { isStorable } from '../database/storable.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'

/** What an account is called: a client or one of staff; of one that another issuer knows, its id; null of nobody. */
export async function accountName(prisma: PrismaClient, account: string | undefined): Promise<string | null> {
  if (account === undefined) return null
  if (!isStorable(account)) return account
  const [client, staff] = await Promise.all([
    prisma.client.findUnique({ where: { id: account } }),
    prisma.staffAccount.findUnique({ where: { id: account } }),
  ])
  return (client ?? staff)?.name ?? account
}
