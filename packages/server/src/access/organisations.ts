import type { PrismaClient } from '../generated/prisma/client.ts'

/** Whether a code is a partner organisation: a category, in any wave, of a variable that marks their boundary. */
export async function isOrganisation(prisma: PrismaClient, code: string): Promise<boolean> {
  const variable = { partnerBoundary: true }
  const [ofVariable, questions] = await Promise.all([
    prisma.category.findFirst({ where: { code, variable } }),
    prisma.question.findMany({ where: { variable }, select: { categories: true } }),
  ])
  const own = questions.flatMap(({ categories }) => (categories ?? []) as { code: string }[])
  return ofVariable !== null || own.some((category) => category.code === code)
}
