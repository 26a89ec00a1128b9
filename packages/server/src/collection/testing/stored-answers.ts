import type { PrismaClient } from '../../generated/prisma/client.ts'

/** What is stored of a wave, in an order of its own. */
export async function storedAnswers(prisma: PrismaClient, waveId: string): Promise<unknown[]> {
  const rows = await prisma.respondent.findMany({ where: { waveId } })
  return rows
    .map(({ answers }) => answers)
    .sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
}
