import type { Database } from '../../database/database.ts'
import { createStaffAccount } from '../staff-accounts.ts'

/** Makes an account of staff; gives its id and the token of its link. */
export async function newStaff(
  { prisma }: Database,
  name = 'Anna',
): Promise<{ readonly id: string; readonly t: string }> {
  const made = await createStaffAccount(prisma, 'http://localhost:4000', name)
  if (made.kind === 'problem') throw new Error(made.message)
  return { id: made.account.id, t: new URL(made.link ?? '').searchParams.get('t') ?? '' }
}
