import type { PrismaClient } from '../generated/prisma/client.ts'

/**
 * Has the database give up what it keeps of rows that were deleted or written again: until then their old versions lie
 * there, each with the transactions that wrote and ended it.
 */
export async function sweepRows(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`VACUUM "Respondent", "Invitation", "SentForm", "OpenAnswer"`
}

/**
 * The same to the last byte: `sweepRows` frees the room of old versions, and leaves them in it until something else takes
 * it. Here the tables are written anew, and others who read or write them wait. For when a wave takes no more answers.
 */
export async function rewriteRows(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`VACUUM (FULL) "Respondent", "Invitation", "SentForm", "OpenAnswer"`
  // What another transaction still sees was written anew too; this counts it.
  await sweepRows(prisma)
}

/** Whether old versions of rows lie there, deleted since they were last swept or still seen by somebody then. */
export async function hasOldRows(prisma: PrismaClient): Promise<boolean> {
  const [{ left } = { left: false }] = await prisma.$queryRaw<{ left: boolean }[]>`
    SELECT sum("n_dead_tup") > 0 AS "left" FROM "pg_stat_user_tables"
    WHERE "relname" IN ('Respondent', 'Invitation', 'SentForm', 'OpenAnswer')`
  return left
}
