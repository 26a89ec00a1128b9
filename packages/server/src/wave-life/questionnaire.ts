import type { CodebookDesign, CodebookVariable } from '../codebook/codebook-format.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { codebookOfWave, designOf, releasedVariable } from '../release/wave-codebook.ts'

/** A text in both languages; empty where it is still to be written. */
export interface Translated {
  readonly nl: string
  readonly en: string
}

/** A question of a wave, as a codebook has its variable; texts may be missing as long as it is a draft. */
export interface DraftQuestion extends CodebookVariable {
  readonly comparabilityNote?: Translated | undefined
}

/** What a wave asks, in order, by which background variables its results are released, and how it is sampled. */
export interface Questionnaire {
  readonly questions: readonly DraftQuestion[]
  readonly breakdowns: readonly (readonly string[])[]
  readonly design?: CodebookDesign | undefined
}

/** Selects what a questionnaire follows from, for `questionnaireOf`. */
export const questionnaireParts = {
  ...codebookOfWave,
  breakdowns: {
    orderBy: { position: 'asc' },
    select: {
      variables: { orderBy: { position: 'asc' }, select: { variable: { select: { code: true } } } },
    },
  },
} satisfies Prisma.WaveInclude

type WaveWithParts = Prisma.WaveGetPayload<{ include: typeof questionnaireParts }>

/** The questionnaire of a wave, as stored. */
export function questionnaireOf(wave: WaveWithParts): Questionnaire {
  const { questions, breakdowns } = wave
  return {
    design: designOf(wave),
    questions: questions.map((question): DraftQuestion => {
      const { core, theme, comparabilityNoteNl: nl, comparabilityNoteEn: en } = question
      const { minimum, maximum } = question.variable
      return {
        ...releasedVariable(question),
        core,
        ...(theme !== null && { theme }),
        ...(minimum !== null && { minimum }),
        ...(maximum !== null && { maximum }),
        ...((nl || en) && { comparabilityNote: { nl: nl ?? '', en: en ?? '' } }),
      }
    }),
    breakdowns: breakdowns.map(({ variables }) => variables.map(({ variable }) => variable.code)),
  }
}
