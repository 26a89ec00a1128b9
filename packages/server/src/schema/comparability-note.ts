import type { FormattableTable } from '@peo/formats'
import type { AnsweredTable } from '../tables/answer-table.ts'
import type { Language } from '../tables/table-labels.ts'
import { builder } from './builder.ts'
import { languageArgument } from './language.ts'

interface Note {
  readonly wave: string
  readonly variable: string
  readonly note: Readonly<Record<Language, string>>
}

/** A caution on comparing a variable over waves. */
export const ComparabilityNoteType = builder.objectRef<Note>('ComparabilityNote').implement({
  description: 'What changed in a variable since earlier waves.',
  fields: (t) => ({
    wave: t.exposeString('wave', { description: 'Code of the wave in which it changed.' }),
    variable: t.exposeString('variable', { description: 'Code of the variable.' }),
    note: t.string({
      description: 'What changed.',
      args: languageArgument,
      resolve: ({ note }, { language }) => note[language],
    }),
  }),
})

/** The notes on a table's variables in its waves. */
export function comparabilityNotes({ releases, table }: AnsweredTable<FormattableTable>): Note[] {
  const variables = table.dimensions.map(({ variable }) => variable)
  const used = table.kind === 'means' ? [table.of, ...variables] : variables
  return releases.flatMap(({ codebook }) =>
    codebook.variables.flatMap(({ code, comparabilityNote }) =>
      comparabilityNote !== undefined && used.includes(code)
        ? [{ wave: codebook.wave.code, variable: code, note: comparabilityNote }]
        : [],
    ),
  )
}
