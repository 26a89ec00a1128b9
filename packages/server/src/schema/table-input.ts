import type { CategoryFilter } from '../tables/table-input.ts'
import { builder } from './builder.ts'

/** Groups to select. */
export const CategoryFilterInput = builder.inputType('CategoryFilter', {
  description: 'Selects among released groups; makes no new ones.',
  fields: (t) => ({
    variable: t.string({ required: true, description: 'Code of a variable.' }),
    categories: t.stringList({
      required: true,
      description:
        'Category codes, or `net:<code>`. Of a variable that makes columns or groups, any number: those are shown. Of a variable outside the table, one: the table is of that group. The row variable takes none.',
    }),
  }),
})

/** The arguments that every table takes. */
export const tableArguments = builder.args((t) => ({
  waves: t.stringList({
    required: true,
    description: 'Codes of the waves. Several make `wave` the last dimension: a trend.',
  }),
  filter: t.field({
    type: [CategoryFilterInput],
    defaultValue: [],
    description: 'Only these groups. All conditions hold at once.',
  }),
  weighted: t.boolean({
    defaultValue: false,
    description: 'Count respondents by their weight.',
  }),
  confidenceLevel: t.float({
    defaultValue: 0.95,
    description: 'Of the intervals and tests, from 0.5 to 0.9999.',
  }),
}))

interface TableArguments {
  readonly waves: readonly string[]
  readonly filter?: readonly CategoryFilter[] | null | undefined
  readonly weighted?: boolean | null | undefined
  readonly confidenceLevel?: number | null | undefined
}

/** The arguments with an explicit null read as the default. */
export function withDefaults({ waves, filter, weighted, confidenceLevel }: TableArguments) {
  return {
    waves,
    filter: filter ?? [],
    weighted: weighted ?? false,
    confidenceLevel: confidenceLevel ?? 0.95,
  }
}
