import { type FormattableTable, variablesOf } from '@peo/formats'
import type { AnsweredTable } from '../tables/answer-table.ts'
import { type ComparabilityNote, comparabilityNotes } from '../tables/comparability-notes.ts'
import { builder } from './builder.ts'
import { languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'

const QuestionChangeEnum = builder.enumType('QuestionChange', {
  description: 'A part of a question that differs from the wave before.',
  values: {
    WORDING: { description: 'The text of the question, in either language.' },
    ROUTING: { description: 'Whom it is put to.' },
    CATEGORIES: { description: 'The answer categories: their codes, labels or order.' },
    NETS: { description: 'The nets: which there are, or the categories they unite.' },
  },
})

/** A caution on comparing a variable over waves. */
export const ComparabilityNoteType = builder.objectRef<ComparabilityNote>('ComparabilityNote').implement({
  ...readableBy('EVERYONE'),
  description: 'What changed in a variable since earlier waves.',
  fields: (t) => ({
    wave: t.exposeString('wave', { description: 'Code of the wave in which it changed.' }),
    variable: t.exposeString('variable', { description: 'Code of the variable.' }),
    note: t.string({
      description:
        'What changed: in the words of the staff, or else by comparing the wave with the one before it.',
      args: languageArgument,
      resolve: ({ note }, { language }) => note[language],
    }),
    changes: t.field({
      type: [QuestionChangeEnum],
      description:
        'What differs from the latest earlier wave of the table that asked it; none where there is no such wave.',
      resolve: ({ changes }) => [...changes],
    }),
  }),
})

/** The notes on a table's variables in its waves. */
export function notesOnTable({ releases, table }: AnsweredTable<FormattableTable>): ComparabilityNote[] {
  const used = variablesOf(table)
  const notes = comparabilityNotes(releases.map(({ codebook }) => codebook))
  return notes.filter(({ variable }) => used.includes(variable))
}
