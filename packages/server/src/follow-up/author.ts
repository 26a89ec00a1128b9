import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Caller } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** The account that somebody takes part with, or why they cannot. */
export async function findAuthor(
  prisma: Prisma.TransactionClient,
  { account }: Pick<Caller, 'account'>,
): Promise<{ readonly kind: 'author'; readonly id: string } | UserProblem> {
  const found =
    account === undefined ? null : await prisma.staffAccount.findUnique({ where: { id: account } })
  if (found !== null) return { kind: 'author', id: found.id }
  const message = 'Who takes part signs in with an account of this service. Ask staff for a link to sign in.'
  return userProblem('UNKNOWN_ACCOUNT', 'account', message)
}

/** As many as somebody has waiting at most: people read them all. */
export const mostWaiting = 20

/** That somebody has too many waiting. */
export function tooManyWaiting(what: string): UserProblem {
  const message = `You have ${mostWaiting} ${what} that wait for staff. Wait until they decided on some, or remove one.`
  return userProblem('INVALID_INPUT', 'text', message)
}
