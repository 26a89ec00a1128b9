import type { PrismaClient } from '../generated/prisma/client.ts'

/**
 * Has the database give up what it keeps of rows that were deleted or written again: until then their old versions lie
 * there, each with the transactions that wrote and ended it.
 */
export async function sweepRows(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRaw`VACUUM "Respondent", "Invitation", "SentForm", "OpenAnswer"`
}
