import type { SubjectTable } from '../follow-up/subject.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'
import { CategoryFilterInput } from './table-input.ts'

/** A table to name by its arguments. */
export const SubjectTableInput = builder.inputType('SubjectTableInput', {
  description: 'A table of a wave, by the arguments that `crosstab` takes.',
  fields: (t) => ({
    rows: t.string({ required: true, description: 'Code of the row variable.' }),
    columns: t.stringList({ defaultValue: [], description: 'Codes of the variables that make columns.' }),
    filter: t.field({ type: [CategoryFilterInput], defaultValue: [], description: 'Only these groups.' }),
  }),
})

const SubjectFilter = builder.objectRef<SubjectTable['filter'][number]>('SubjectFilter').implement({
  ...readableBy('EVERYONE'),
  description: 'A condition of a table.',
  fields: (t) => ({
    variable: t.exposeString('variable', { description: 'Code of a variable.' }),
    categories: t.stringList({
      description: 'Category codes, or `net:<code>`.',
      resolve: ({ categories }) => [...categories],
    }),
  }),
})

/** A table by its arguments. */
export const SubjectTableType = builder.objectRef<SubjectTable>('SubjectTable').implement({
  ...readableBy('EVERYONE'),
  description: 'A table of a wave, by the arguments that `crosstab` takes.',
  fields: (t) => ({
    rows: t.exposeString('rows', { description: 'Code of the row variable.' }),
    columns: t.stringList({
      description: 'Codes of the variables that make columns.',
      resolve: ({ columns }) => [...columns],
    }),
    filter: t.field({
      type: [SubjectFilter],
      description: 'Only these groups.',
      resolve: ({ filter }) => [...filter],
    }),
  }),
})

/** How a field reads the table that a row is about. */
export const tableOfRow = {
  type: SubjectTableType,
  nullable: true,
  select: { table: true },
  resolve: ({ table }: { table: Prisma.JsonValue }) => table as SubjectTable | null,
} as const

/** What a list of a wave is narrowed to. */
export const subjectArguments = builder.args((t) => ({
  question: t.string({ description: 'Only about the question of this variable.' }),
  table: t.field({ type: SubjectTableInput, description: 'Only about this table.' }),
}))
