import {
  type AnswerLists,
  questionHierarchy,
  questionLists,
  variableLists,
} from '../codebook/answer-lists.ts'
import type { CodebookLevel } from '../codebook/codebook-format.ts'
import type { Viewer } from '../context.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { earliestFirst } from '../wave-order.ts'
import { knownWaves } from './known-waves.ts'

const worded = {
  wordingNl: true,
  wordingEn: true,
  categories: true,
  nets: true,
  hierarchy: true,
  core: true,
  theme: true,
} as const

/** Selects what a variable says in the first wave that a viewer may know of, for `knownWording`. */
export const wordingFor = (viewer: Viewer) =>
  ({
    labelNl: true,
    labelEn: true,
    partnerBoundary: true,
    hierarchy: true,
    core: true,
    theme: true,
    ...variableLists,
    questions: {
      where: { wave: knownWaves(viewer) },
      orderBy: earliestFirst.map((wave) => ({ wave })),
      take: 1,
      select: worded,
    },
  }) satisfies Prisma.VariableSelect

type Worded = Prisma.VariableGetPayload<{ select: ReturnType<typeof wordingFor> }>

/** What a variable says. */
interface Wording extends AnswerLists {
  readonly labelNl: string
  readonly labelEn: string
  readonly hierarchy: readonly CodebookLevel[]
  readonly core: boolean
  readonly theme: string | null
}

/** A variable as asked in the first wave that the viewer may know of; where none asked it, as imported. */
export function knownWording(variable: Worded): Wording {
  const [question] = variable.questions
  const { labelNl, labelEn, core, theme } = variable
  if (question === undefined) {
    const { categories, nets, hierarchy } = variable
    return { labelNl, labelEn, categories, nets, hierarchy: hierarchy as CodebookLevel[], core, theme }
  }
  const asked = { ...question, variable }
  return {
    labelNl: question.wordingNl,
    labelEn: question.wordingEn,
    ...questionLists(asked),
    hierarchy: questionHierarchy(asked),
    core: question.core,
    theme: question.theme,
  }
}
