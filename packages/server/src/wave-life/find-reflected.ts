import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { SubjectTable } from '../follow-up/subject.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { DraftQuestion } from './questionnaire.ts'

/**
 * Why questions cannot be so: a reflection is on one that is taken out, or on one by which each partner would see its own
 * organisation, and reflections are for everyone.
 */
export async function findReflected(
  prisma: Prisma.TransactionClient,
  waveId: string,
  questions: readonly Pick<DraftQuestion, 'code' | 'partnerBoundary'>[],
): Promise<UserProblem | undefined> {
  const reflections = await prisma.reflection.findMany({
    where: { waveId },
    select: { textNl: true, table: true, question: { select: { variable: { select: { code: true } } } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const shared = new Set(questions.filter(({ partnerBoundary }) => !partnerBoundary).map(({ code }) => code))
  for (const { textNl, table, question } of reflections) {
    const variables = [...(question ? [question.variable.code] : []), ...variablesOf(table)]
    const variable = variables.find((code) => !shared.has(code))
    if (variable === undefined) continue
    const message = `There is a reflection on ${variable}, for everyone: "${textNl.slice(0, 80)}". Remove that first, with removeReflection.`
    return userProblem('WRONG_STATE', 'variable', message)
  }
  return undefined
}

function variablesOf(table: Prisma.JsonValue): string[] {
  if (table === null) return []
  const { rows, columns, filter } = table as unknown as SubjectTable
  return [rows, ...columns, ...filter.map(({ variable }) => variable)]
}
