import { EVERYONE, type WithheldGroup } from '@peo/disclosure'
import { builder } from './builder.ts'
import { type CodeNames, type LabelledCode, LabelledCodeType } from './labelled-code.ts'
import { readableBy } from './readable-by.ts'
import { WithheldReasonEnum } from './visibility.ts'

interface NamedGroup {
  readonly group: WithheldGroup
  readonly names: CodeNames
}

const GroupSide = builder
  .objectRef<{ variable: LabelledCode; category: LabelledCode | null }>('GroupSide')
  .implement({
    ...readableBy('STAFF'),
    description: 'What a group has in common on one variable.',
    fields: (t) => ({
      variable: t.expose('variable', { type: LabelledCodeType, description: 'The variable.' }),
      category: t.expose('category', {
        type: LabelledCodeType,
        nullable: true,
        description: 'The category or net; null for all who answered the variable or not.',
      }),
    }),
  })

/** A group that a plan withholds. */
export const WithheldGroupType = builder.objectRef<NamedGroup>('WithheldGroup').implement({
  ...readableBy('STAFF'),
  description: 'A group that readers do not see, and why; for staff only.',
  fields: (t) => ({
    question: t.field({
      type: LabelledCodeType,
      nullable: true,
      description: 'The question whose answers are withheld; null where it is the size of the group.',
      resolve: ({ group, names }) =>
        group.family.question === '' ? null : names.variable(group.family.question),
    }),
    sides: t.field({
      type: [GroupSide],
      description: 'What makes the group; nothing for all who answered the question.',
      resolve: ({ group: { family, codes }, names }) =>
        family.by.map((variable, index) => {
          const code = codes[index]!
          const category = code === EVERYONE ? null : names.category(variable, code)
          return { variable: names.variable(variable), category }
        }),
    }),
    reason: t.field({
      type: WithheldReasonEnum,
      description: 'Why it is withheld.',
      resolve: ({ group }) => group.reason,
    }),
  }),
})

/** A page of withheld groups. */
export const WithheldGroupConnection = builder.connectionObject(
  {
    ...readableBy('STAFF'),
    type: WithheldGroupType,
    name: 'WithheldGroupConnection',
    description: 'A page of withheld groups; for staff only.',
  },
  { ...readableBy('STAFF'), name: 'WithheldGroupEdge', description: 'A withheld group and its cursor.' },
)
