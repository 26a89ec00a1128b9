import type { Prisma } from '../generated/prisma/client.ts'
import { earliestFirst, isLater } from '../wave-order.ts'
import { questionnaireOf, questionnaireParts } from './questionnaire.ts'
import {
  type EarlierQuestion,
  type QuestionnaireProblem,
  questionnaireProblems,
} from './questionnaire-problems.ts'

/** What is to be mended in the questionnaire of a wave, next to the waves before it. */
export async function waveProblems(
  prisma: Prisma.TransactionClient,
  code: string,
): Promise<QuestionnaireProblem[]> {
  const wave = await prisma.wave.findUniqueOrThrow({ where: { code }, include: questionnaireParts })
  const variables = wave.questions.map(({ variableId }) => variableId)
  const others = await prisma.wave.findMany({
    where: {
      code: { not: code },
      status: { not: 'DRAFT' },
      questions: { some: { variableId: { in: variables } } },
    },
    include: questionnaireParts,
    orderBy: earliestFirst,
  })
  const earlier = new Map<string, EarlierQuestion>()
  for (const other of others.filter((one) => isLater(wave, one))) {
    for (const question of questionnaireOf(other).questions)
      earlier.set(question.code, { wave: other.code, question })
  }
  return questionnaireProblems(questionnaireOf(wave), wave.languages, earlier)
}
