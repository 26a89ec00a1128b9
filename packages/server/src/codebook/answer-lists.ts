import type { Prisma } from '../generated/prisma/client.ts'
import type { CodebookLevel, CodebookVariable } from './codebook-format.ts'

/** An answer code and its labels, as stored. */
export type AnswerCategory = { readonly code: string; readonly labelNl: string; readonly labelEn: string }

/** A named union of answer codes, as stored. */
export type AnswerNet = AnswerCategory & { readonly categoryCodes: readonly string[] }

/** What can be answered, in order; no categories for numbers and texts. */
export interface AnswerLists {
  readonly categories: readonly AnswerCategory[]
  readonly nets: readonly AnswerNet[]
}

const labels = { code: true, labelNl: true, labelEn: true }

/** Selects the lists of a variable. */
export const variableLists = {
  categories: { select: labels, orderBy: { position: 'asc' } },
  nets: { select: { ...labels, categoryCodes: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.VariableSelect

/** Selects the lists of a question, for `questionLists`. */
export const ownOrVariableLists = {
  categories: true,
  nets: true,
  variable: { select: { ...variableLists, partnerBoundary: true } },
} satisfies Prisma.QuestionSelect

/** The lists that a codebook gives a variable. */
export function codebookLists({ categories = [], nets = [] }: CodebookVariable): AnswerLists {
  const labelled = ({ code, label }: (typeof categories)[number]) => ({
    code,
    labelNl: label.nl,
    labelEn: label.en,
  })
  return {
    categories: categories.map(labelled),
    nets: nets.map(({ categories: categoryCodes, ...net }) => ({ ...labelled(net), categoryCodes })),
  }
}

/** The levels of a background variable in a wave, in order: the wave's own where it has them, else the variable's. */
export function questionHierarchy(question: {
  readonly hierarchy: Prisma.JsonValue
  readonly variable: { readonly hierarchy: Prisma.JsonValue }
}): CodebookLevel[] {
  return (question.hierarchy ?? question.variable.hierarchy) as CodebookLevel[]
}

/** The lists of a question: the wave's own where it has them, else those of its variable. */
export function questionLists(question: {
  readonly categories: Prisma.JsonValue
  readonly nets: Prisma.JsonValue
  readonly variable: AnswerLists
}): AnswerLists {
  return {
    categories: (question.categories as AnswerCategory[] | null) ?? question.variable.categories,
    nets: (question.nets as AnswerNet[] | null) ?? question.variable.nets,
  }
}
