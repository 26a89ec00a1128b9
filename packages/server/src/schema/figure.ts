import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const CellStatusEnum = builder.enumType('CellStatus', {
  description: 'Whether a figure is there.',
  values: {
    VALUE: { description: 'It is.' },
    WITHHELD: { description: 'Not shown to protect people; an empty group too.' },
    NOT_ASKED: { description: 'The question was not asked in that wave.' },
  },
})

/** A confidence interval. */
export const IntervalType = builder.objectRef<{ low: number; high: number }>('Interval').implement({
  ...readableBy('EVERYONE'),
  description: 'A confidence interval, in the unit of the figure it belongs to.',
  fields: (t) => ({
    low: t.exposeFloat('low', { description: 'Its low end.' }),
    high: t.exposeFloat('high', { description: 'Its high end.' }),
  }),
})

/** What every figure of a table has. */
export const FigureInterface = builder
  .interfaceRef<{ status: 'VALUE' | 'WITHHELD' | 'NOT_ASKED'; categories: readonly string[] }>('Figure')
  .implement({
    ...readableBy('EVERYONE'),
    description: 'A figure of a table.',
    fields: (t) => ({
      categories: t.stringList({
        description: 'Codes in the order of the dimensions.',
        resolve: ({ categories }) => [...categories],
      }),
      status: t.field({
        type: CellStatusEnum,
        description: 'Whether the figure is there.',
        resolve: ({ status }) => status,
      }),
    }),
  })
