import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { codebookFormat } from '../codebook/codebook-format.ts'
import { checkCodebook } from '../codebook/codebook-rules.ts'
import type { PrismaClient, Wave } from '../generated/prisma/client.ts'
import { type ChangedWave, changeWave, type WaveAsRead } from './change-wave.ts'
import { findReflected } from './find-reflected.ts'
import { type Questionnaire, questionnaireOf, questionnaireParts } from './questionnaire.ts'
import type { QuestionnaireEdit } from './questionnaire-edits.ts'
import { saveQuestionnaire } from './save-questionnaire.ts'

/** Changes what a wave that is a draft asks; of one that is closed, by what its results are released. */
export async function changeQuestionnaire(
  prisma: PrismaClient,
  asRead: WaveAsRead,
  edit: QuestionnaireEdit,
  states: readonly Wave['status'][] = ['DRAFT'],
): Promise<ChangedWave | UserProblem> {
  return changeWave(prisma, asRead, states, async (transaction, { id, code }) => {
    const stored = await transaction.wave.findUniqueOrThrow({ where: { id }, include: questionnaireParts })
    const before = questionnaireOf(stored)
    const after = edit(before)
    if ('kind' in after) return after
    const wrong = findWrong(code, after)
    const spoken = wrong ?? (await findReflected(transaction, id, after.questions))
    if (spoken !== undefined) return spoken
    return (await saveQuestionnaire(transaction, id, before, after)) ?? {}
  })
}

/** Stands for a text that is still to be written: a draft may be without, a codebook may not. */
const unwritten = '…'

/** What is wrong in itself, whatever else is still to come: the questions that routing names may come later. */
function findWrong(code: string, { questions, breakdowns, design }: Questionnaire): UserProblem | undefined {
  const variables = questions.map(({ comparabilityNote: _, ...question }) => question)
  const wave = {
    code,
    title: { nl: unwritten, en: unwritten },
    theme: 'x',
    fieldwork: null,
    publication: null,
    responses: null,
    variables: variables.map((variable) => variable.code),
    breakdowns,
    design,
  }
  const draft = JSON.parse(JSON.stringify({ waves: [wave], variables }, (_, text) => text || filled(text)))
  const ofEveryone = [design?.strata, design?.clusters]
  const parsed = codebookFormat.safeParse(draft)
  const problems = parsed.success
    ? checkCodebook({
        ...parsed.data,
        variables: parsed.data.variables.map((variable) => {
          const { askedIf: _, ...rest } = variable
          return ofEveryone.includes(rest.code) || rest.measurement === 'weight' ? variable : rest
        }),
      })
    : parsed.error.issues
        .map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
        // Said of the variable itself already.
        .filter(({ path }) => !path.startsWith('waves.0.variables.'))
  if (problems.length === 0) return undefined
  const message = problems.map(({ path, message: what }) => `${named(path, variables)}: ${what}`).join('; ')
  const field = ['design', 'breakdowns'].find((part) =>
    problems.every(({ path }) => path.startsWith('waves.') && path.split('.')[2] === part),
  )
  return userProblem('INVALID_INPUT', field ?? 'question', message)
}

const filled = (value: unknown) => (value === '' ? unwritten : value)

/** A path with the code of a variable for its place, and without the only wave. */
function named(path: string, variables: readonly { readonly code: string }[]): string {
  return path
    .replace(/^variables\.(\d+)/, (_, place) => variables[Number(place)]?.code ?? path)
    .replace(/^waves\.[^.]+\.|^variables\./, '')
}
