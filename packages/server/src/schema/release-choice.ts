import { groupsWithheld, type Visibility, type WeighedChoice } from '@peo/disclosure'
import { builder } from './builder.ts'
import { type CodeNames, LabelledCodeType } from './labelled-code.ts'
import { readableBy } from './readable-by.ts'
import { VisibilityType } from './visibility.ts'

/** A choice, next to what the wave shows as it is. */
export interface ComparedChoice extends WeighedChoice {
  readonly asIs: Visibility
  readonly names: CodeNames
}

const ReleaseChoiceKindEnum = builder.enumType('ReleaseChoiceKind', {
  description: 'What staff could decide otherwise.',
  values: {
    MERGE: { description: 'Say a background variable at a coarser level of its hierarchy.' },
    DROP: { description: 'Do not release a breakdown by several variables.' },
  },
})

/** Another choice that staff could make. */
export const ReleaseChoiceType = builder.objectRef<ComparedChoice>('ReleaseChoice').implement({
  ...readableBy('STAFF'),
  description:
    'What staff could decide otherwise before publishing, and what that would show; for staff only.',
  fields: (t) => ({
    kind: t.field({
      type: ReleaseChoiceKindEnum,
      description: 'What would be done.',
      resolve: ({ choice }) => choice.kind,
    }),
    variables: t.field({
      type: [LabelledCodeType],
      description: 'The variable that is merged, or those of the breakdown that is dropped.',
      resolve: ({ choice, names }) =>
        (choice.kind === 'MERGE' ? [choice.variable] : choice.breakdown).map((code) => names.variable(code)),
    }),
    level: t.field({
      type: LabelledCodeType,
      nullable: true,
      description: 'The level to merge to; null for another choice.',
      resolve: ({ choice, names }) =>
        choice.kind === 'MERGE' ? names.level(choice.variable, choice.level) : null,
    }),
    total: t.expose('total', { type: VisibilityType, description: 'How much would be shown.' }),
    moreNumbers: t.int({
      description: 'How many more numbers readers would see; fewer when negative.',
      resolve: ({ total, asIs }) => total.numbersShown - asIs.numbersShown,
    }),
    fewerWithheld: t.int({
      description: 'How many fewer groups would be withheld; more when negative.',
      resolve: ({ total, asIs }) => groupsWithheld(asIs) - groupsWithheld(total),
    }),
  }),
})
