import { type LocalActor, noteLocally } from '../audit/note-locally.ts'
import type { Database } from '../database/database.ts'
import type { PrismaClient, StaffAccount } from '../generated/prisma/client.ts'
import type { AccountKind } from '../generated/prisma/enums.ts'
import { createSignInLink } from './sign-in-links.ts'
import { nameProblem, type UserProblem, userProblem } from './user-problem.ts'

/** An account, and a link that signs it in where one was made now: it is stored nowhere, and never shown again. */
export interface AccountWithLink {
  readonly kind: 'account'
  readonly account: StaffAccount
  readonly link: string | null
}

/** Makes an account for somebody of staff, and the link to sign in with first. */
export function createStaffAccount(
  prisma: PrismaClient,
  url: string,
  name: string,
): Promise<AccountWithLink | UserProblem> {
  return createAccount(prisma, url, 'STAFF', name)
}

/** Makes an account of a kind, and the link to sign in with first. */
export async function createAccount(
  prisma: PrismaClient,
  url: string,
  kind: AccountKind,
  name: string,
): Promise<AccountWithLink | UserProblem> {
  const problem = nameProblem(name)
  if (problem !== undefined) return problem
  const account = await prisma.staffAccount.create({ data: { kind, name } })
  return { kind: 'account', account, link: await createSignInLink(prisma, url, account.id) }
}

/** Makes another link for an account of a kind, which is signed out everywhere at once: somebody may have its browser. */
export async function linkAccount(
  prisma: PrismaClient,
  url: string,
  kind: AccountKind,
  id: string,
): Promise<AccountWithLink | UserProblem> {
  const account = await findAccount(prisma, id)
  if (account?.kind !== kind) return unknownAccount(id)
  await prisma.staffSession.deleteMany({ where: { accountId: id } })
  return { kind: 'account', account, link: await createSignInLink(prisma, url, id) }
}

/** Removes an account, signed out everywhere at once. The last one stays: nobody could make another. */
export async function removeStaffAccount(
  prisma: PrismaClient,
  id: string,
): Promise<AccountWithLink | UserProblem> {
  const account = await findAccount(prisma, id)
  if (account?.kind !== 'STAFF') return unknownAccount(id)
  const isRemoved = await prisma.$transaction(async (transaction) => {
    // All are locked, so that the last two cannot remove each other.
    const all = await transaction.$queryRaw<unknown[]>`
      SELECT id FROM "StaffAccount" WHERE kind = 'STAFF' ORDER BY id FOR UPDATE`
    return all.length > 1 && (await transaction.staffAccount.deleteMany({ where: { id } })).count === 1
  })
  if (!isRemoved) {
    const message = `"${account.name}" is the only account of staff. Make another with createStaffAccount first.`
    return userProblem('LAST_ACCOUNT', 'id', message)
  }
  return { kind: 'account', account, link: null }
}

/** Removes the account of a professional, signed out everywhere at once; what they said stays, without a name. */
export async function removeProfessionalAccount(
  prisma: PrismaClient,
  id: string,
): Promise<AccountWithLink | UserProblem> {
  const account = await findAccount(prisma, id)
  if (account?.kind !== 'PROFESSIONAL') return unknownAccount(id)
  await prisma.staffAccount.deleteMany({ where: { id } })
  return { kind: 'account', account, link: null }
}

function findAccount(prisma: PrismaClient, id: string): Promise<StaffAccount | null> {
  return prisma.staffAccount.findUnique({ where: { id } })
}

function unknownAccount(id: string): UserProblem {
  const message = `There is no account "${id}". The queries staffAccounts and professionalAccounts list them.`
  return userProblem('UNKNOWN_ACCOUNT', 'id', message)
}

/** Where there is no account of staff at all, makes the first one. Gives its link. */
export function firstSignInLink(database: Database, url: string): Promise<string | undefined> {
  return database.withSql(async () => {
    if ((await database.prisma.staffAccount.count({ where: { kind: 'STAFF' } })) > 0) return undefined
    const made = await createStaffAccount(database.prisma, url, 'Staff')
    if (made.kind !== 'account') return undefined
    await noteAccount(database.prisma, 'service', 'createStaffAccount', made.account)
    return made.link ?? undefined
  })
}

/** Writes to the audit log what was done with an account without a request. */
export function noteAccount(
  prisma: PrismaClient,
  by: LocalActor,
  subject: 'createStaffAccount' | 'createSignInLink',
  { id, name }: StaffAccount,
): Promise<void> {
  return noteLocally(prisma, by, { subject, waves: [], asked: { account: id, name }, digests: [] })
}
