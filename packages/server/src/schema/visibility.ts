import { groupsWithheld, type Visibility, type WithheldReason } from '@peo/disclosure'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

/** Why a group is withheld. */
export const WithheldReasonEnum = builder.enumType('WithheldReason', {
  description: 'Why a group is withheld; for staff only.',
  values: {
    BELOW_MINIMUM: { description: 'Fewer than `minimumGroupSize` respondents, or none.' },
    PROTECTS_ANOTHER: { description: 'Without it, another withheld group could be computed.' },
    UNANIMOUS: { description: 'All in it gave the same answer, so that its size would tell what each said.' },
  },
})

const reasons: readonly WithheldReason[] = ['BELOW_MINIMUM', 'PROTECTS_ANOTHER', 'UNANIMOUS']

const WithheldCount = builder
  .objectRef<{ reason: WithheldReason; groups: number }>('WithheldCount')
  .implement({
    ...readableBy('STAFF'),
    description: 'How many groups are withheld for a reason.',
    fields: (t) => ({
      reason: t.expose('reason', { type: WithheldReasonEnum, description: 'The reason.' }),
      groups: t.exposeInt('groups', { description: 'How many groups.' }),
    }),
  })

/** How much of some tables is shown. */
export const VisibilityType = builder.objectRef<Visibility>('Visibility').implement({
  ...readableBy('STAFF'),
  description:
    'How much of some unweighted tables is shown. A group is a combination of categories and nets, totals included; a number is the count of one answer in one group, or one mean. Tables of two questions count twice: each by the other.',
  fields: (t) => ({
    groupsShown: t.exposeInt('groupsShown', { description: 'Groups that readers see.' }),
    groupsWithheld: t.int({ description: 'Groups that readers do not see.', resolve: groupsWithheld }),
    reasons: t.field({
      type: [WithheldCount],
      description: 'The withheld groups by reason, each reason once.',
      resolve: ({ groupsWithheld }) => reasons.map((reason) => ({ reason, groups: groupsWithheld[reason] })),
    }),
    numbersShown: t.exposeInt('numbersShown', { description: 'Numbers that readers see.' }),
    numbersWithheld: t.exposeInt('numbersWithheld', { description: 'Numbers that readers do not see.' }),
  }),
})
