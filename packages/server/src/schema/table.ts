import { type FormattableTable, formatCsv, formatJsonStat } from '@peo/formats'
import type { AnsweredTable } from '../tables/answer-table.ts'
import { tableLabels } from '../tables/table-labels.ts'
import { builder } from './builder.ts'
import { ComparabilityNoteType, notesOnTable } from './comparability-note.ts'
import { languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'
import { DimensionType } from './table-dimension.ts'
import { TableReleaseType } from './table-release.ts'

const figuresOf = (table: FormattableTable) => (table.kind === 'crosstab' ? table.cells : table.groups)

/** What every table has. */
export const TableInterface = builder.interfaceRef<AnsweredTable<FormattableTable>>('Table').implement({
  ...readableBy('EVERYONE'),
  description: 'A table of published results.',
  fields: (t) => ({
    waves: t.prismaField({
      type: ['Wave'],
      description:
        'The waves as they are now, in the order asked. Ask `releases` for their titles alone: that costs less.',
      resolve: async (query, { table }, _, { prisma }) => {
        const waves = await prisma.wave.findMany({ ...query, where: { code: { in: [...table.waves] } } })
        return waves.sort((a, b) => table.waves.indexOf(a.code) - table.waves.indexOf(b.code))
      },
    }),
    releases: t.field({
      type: [TableReleaseType],
      description: 'The releases it was made from, in the order of the waves.',
      resolve: ({ releases }) => [...releases],
    }),
    dimensions: t.field({
      type: [DimensionType],
      description: 'The sides of the table: rows (in means, what makes the groups), columns, then waves.',
      resolve: (answer) => answer.table.dimensions.map((dimension) => ({ answer, dimension })),
    }),
    withheld: t.int({
      description: 'How many figures are withheld.',
      resolve: ({ table }) => figuresOf(table).filter(({ status }) => status === 'WITHHELD').length,
    }),
    comparabilityNotes: t.field({
      type: [ComparabilityNoteType],
      description: 'What changed in its variables since earlier waves, the earliest wave first.',
      resolve: notesOnTable,
    }),
    csv: t.string({
      description:
        'The table as CSV: a line per figure with codes and labels, its statistics and comparability notes.',
      args: languageArgument,
      resolve: ({ table, releases, variables }, { language }) =>
        formatCsv(table, tableLabels(releases, variables, language)),
    }),
    jsonStat: t.field({
      type: 'JSON',
      description:
        'The table as a JSON-stat 2.0 dataset: `note` on dimensions that changed, `extension.statistics` and `extension.higher_than` of a cross-tab.',
      args: languageArgument,
      resolve: ({ table, releases, variables }, { language }) =>
        formatJsonStat(table, tableLabels(releases, variables, language)),
    }),
  }),
})
