import type { AbsentFigure, CellFigure, ProtectedCrosstab } from '@peo/disclosure'
import { noteAsked } from '../audit/audit-note.ts'
import { type AnsweredTable, answerCrosstab } from '../tables/answer-table.ts'
import { builder } from './builder.ts'
import { FigureInterface, IntervalType } from './figure.ts'
import { readableBy } from './readable-by.ts'
import { requestFailure } from './request-failure.ts'
import { StatisticsType } from './statistics.ts'
import { TableInterface } from './table.ts'
import { tableArguments, withDefaults } from './table-input.ts'
import { wantedFigures } from './wanted-figures.ts'

type Cell = CellFigure | AbsentFigure
type Measure = 'count' | 'columnPercent' | 'rowPercent' | 'totalPercent' | 'base' | 'effectiveBase'

const measure = (cell: Cell, name: Measure) => (cell.status === 'VALUE' ? cell[name] : null)

const CellType = builder.objectRef<Cell>('Cell').implement({
  ...readableBy('EVERYONE'),
  interfaces: [FigureInterface],
  description: 'One figure of a cross-tab. A number that is not shown is null, never 0.',
  fields: (t) => {
    const number = (name: Measure, description: string) =>
      t.float({ nullable: true, description, resolve: (cell) => measure(cell, name) })
    return {
      count: number('count', 'Respondents; the sum of their weights in a weighted table.'),
      columnPercent: number(
        'columnPercent',
        'Share of the column, 0 to 100, not rounded; null in an empty column.',
      ),
      rowPercent: number(
        'rowPercent',
        'Share of the row, 0 to 100, not rounded; null where its total is not shown.',
      ),
      totalPercent: number(
        'totalPercent',
        'Share of the whole table, 0 to 100, not rounded; null where its total is not shown.',
      ),
      base: t.int({
        nullable: true,
        description: 'Respondents in the column who were asked and answered, unweighted.',
        resolve: (cell) => measure(cell, 'base'),
      }),
      effectiveBase: number(
        'effectiveBase',
        "Equally weighted respondents that would tell as much as the column does: Kish's (Σw)² / Σw². The base when unweighted; null in an empty column.",
      ),
      interval: t.field({
        type: IntervalType,
        nullable: true,
        description:
          "Of the column percentage: Clopper-Pearson, or Korn-Graubard over the wave's sample design when weighted. Null where the column leaves no degree of freedom.",
        resolve: (cell) => (cell.status === 'VALUE' ? cell.interval : null),
      }),
      higherThan: t.stringList({
        description:
          'Codes of the columns whose percentage in this row is significantly lower: pairwise t tests with Holm correction at the confidence level. None where columns share respondents (several answers).',
        resolve: (cell) => (cell.status === 'VALUE' ? [...cell.higherThan] : []),
      }),
    }
  },
})

const CrosstabType = builder.objectRef<AnsweredTable<ProtectedCrosstab>>('Crosstab').implement({
  ...readableBy('EVERYONE'),
  interfaces: [TableInterface],
  description: 'A cross-tab of one row variable by any number of column variables.',
  fields: (t) => ({
    cells: t.field({
      type: [CellType],
      description: 'The figures, row-major over the dimensions.',
      resolve: ({ table }) => [...table.cells],
    }),
    counts: t.floatList({
      nullable: { list: false, items: true },
      description: 'The counts of the cells, in their order.',
      resolve: ({ table }) => table.cells.map((cell) => measure(cell, 'count')),
    }),
    columnPercents: t.floatList({
      nullable: { list: false, items: true },
      description: 'The column percentages of the cells, in their order.',
      resolve: ({ table }) => table.cells.map((cell) => measure(cell, 'columnPercent')),
    }),
    base: t.int({
      nullable: true,
      description:
        'Respondents of the table, unweighted, over all its waves; null where withheld or not asked.',
      resolve: ({ table }) => table.base,
    }),
    statistics: t.field({
      type: StatisticsType,
      nullable: true,
      description: 'Statistics of the table as a whole; null over several waves and where not asked.',
      resolve: ({ table }) => table.statistics,
    }),
  }),
})

builder.queryFields((t) => ({
  crosstab: t.field({
    ...readableBy('EVERYONE'),
    type: CrosstabType,
    description: 'A cross-tab of published results.',
    args: {
      ...tableArguments,
      rows: t.arg.string({ required: true, description: 'Code of the row variable.' }),
      columns: t.arg.stringList({
        defaultValue: [],
        description: 'Codes of the column variables; none gives one unnamed column, the total.',
      }),
    },
    resolve: async (_, input, context, info) => {
      const crosstab = { ...withDefaults(input), rows: input.rows, columns: input.columns ?? [] }
      const answer = await answerCrosstab(await context.releases(), crosstab, wantedFigures(info))
      if (answer.kind === 'error') throw requestFailure(answer)
      noteAsked(context, {
        ...{
          action: 'TABLE',
          subject: 'crosstab',
          waves: input.waves,
          asked: { ...input },
          format: 'graphql',
        },
        digests: answer.releases.map(({ digest }) => digest),
      })
      return answer
    },
  }),
}))
