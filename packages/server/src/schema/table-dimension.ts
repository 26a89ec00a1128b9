import type { ProtectedDimension } from '@peo/disclosure'
import { codeLabel, type FormattableTable, variableLabel } from '@peo/formats'
import type { AnsweredTable } from '../tables/answer-table.ts'
import { tableLabels } from '../tables/table-labels.ts'
import { builder } from './builder.ts'
import { languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'

type Answer = AnsweredTable<FormattableTable>

const DimensionRoleEnum = builder.enumType('DimensionRole', {
  description: 'The side of a table that a dimension stands on.',
  values: {
    ROW: { description: 'A row variable; in a table of means, what makes the groups.' },
    COLUMN: { description: 'A column variable.' },
    WAVE: { description: 'The waves of a trend.' },
  },
})

/** A variable of an answered table. */
export const DimensionVariable = builder
  .objectRef<{ answer: Answer; code: string }>('DimensionVariable')
  .implement({
    ...readableBy('EVERYONE'),
    description: 'A variable of a table, as the release describes it.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Code of the variable; `wave` for the waves of a trend.' }),
      label: t.string({
        description: 'What it is called.',
        args: languageArgument,
        resolve: ({ answer, code }, { language }) =>
          variableLabel(tableLabels(answer.releases, answer.variables, language), code),
      }),
    }),
  })

const DimensionCategory = builder
  .objectRef<{ answer: Answer; variable: string; code: string; isNet: boolean }>('DimensionCategory')
  .implement({
    ...readableBy('EVERYONE'),
    description: 'A category or net of a dimension.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'The code; a net as `net:<code>`.' }),
      label: t.string({
        description: 'What it is called.',
        args: languageArgument,
        resolve: ({ answer, variable, code }, { language }) =>
          codeLabel(tableLabels(answer.releases, answer.variables, language), variable, code),
      }),
      isNet: t.exposeBoolean('isNet', { description: 'Whether it unites categories.' }),
    }),
  })

/** A dimension of an answered table. */
export const DimensionType = builder
  .objectRef<{ answer: Answer; dimension: ProtectedDimension }>('Dimension')
  .implement({
    ...readableBy('EVERYONE'),
    description: 'One side of a table.',
    fields: (t) => ({
      role: t.field({
        type: DimensionRoleEnum,
        description: 'The side it stands on.',
        resolve: ({ dimension }) => dimension.role,
      }),
      variable: t.field({
        type: DimensionVariable,
        description: 'The variable on it.',
        resolve: ({ answer, dimension }) => ({ answer, code: dimension.variable }),
      }),
      categories: t.field({
        type: [DimensionCategory],
        description: 'Categories first, then nets.',
        resolve: ({ answer, dimension: { variable, codes, categoryCount } }) =>
          codes.map((code, index) => ({ answer, variable, code, isNet: index >= categoryCount })),
      }),
    }),
  })
