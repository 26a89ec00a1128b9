import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { type AnswerCategory, questionLists, variableLists } from '../codebook/answer-lists.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** Selects what asks for the organisation in a wave, for `organisationsOf`. */
export const boundaryQuestions = {
  where: { variable: { partnerBoundary: true } },
  select: {
    categories: true,
    nets: true,
    variable: { select: { code: true, ...variableLists } },
  },
} satisfies Prisma.Wave$questionsArgs

/** The question by which respondents say for which organisation they work. */
export type BoundaryQuestion = Prisma.QuestionGetPayload<Pick<typeof boundaryQuestions, 'select'>>

/** The organisations that a wave knows; none where it does not ask for them. */
export function organisationsOf(questions: readonly BoundaryQuestion[]): readonly AnswerCategory[] {
  return questions.flatMap((question) => questionLists(question).categories)
}

/** That something is to be for an organisation that the wave does not know; undefined where it does, or for all. */
export async function organisationProblem(
  prisma: Prisma.TransactionClient,
  wave: string,
  organisation: string | null | undefined,
): Promise<UserProblem | undefined> {
  if (organisation == null) return undefined
  const found = await prisma.wave.findUnique({
    where: { code: wave },
    select: { questions: boundaryQuestions },
  })
  const known = organisationsOf(found?.questions ?? []).map(({ code }) => code)
  if (known.includes(organisation)) return undefined
  const message =
    known.length === 0
      ? `Wave ${wave} does not ask for the organisation; leave it out, or add the question first.`
      : `"${organisation}" is no organisation of wave ${wave}; it has ${known.join(', ')}.`
  return userProblem('INVALID_INPUT', 'organisation', message)
}
