import type { ReleaseCost } from '@peo/disclosure'
import { resolveArrayConnection } from '@pothos/plugin-relay'
import { noteRead } from '../audit/audit-note.ts'
import { previewWave, type WavePreview } from '../release/preview-wave.ts'
import { builder } from './builder.ts'
import { type CodeNames, codeNames, type LabelledCode, LabelledCodeType } from './labelled-code.ts'
import { readableBy } from './readable-by.ts'
import { ReleaseChoiceType } from './release-choice.ts'
import { requestFailure } from './request-failure.ts'
import { VisibilityType } from './visibility.ts'
import { WithheldGroupConnection, WithheldGroupType } from './withheld-group.ts'

const ShapeKindEnum = builder.enumType('ReleaseShapeKind', {
  description: 'A shape of tables.',
  values: {
    ALONE: { description: 'A question for the whole wave.' },
    BREAKDOWN: { description: 'Everything by a set of background variables.' },
    QUESTIONS: { description: 'A question by another question.' },
  },
})

type Shape = ReleaseCost['shapes'][number] & { readonly names: CodeNames }

const ReleaseShape = builder.objectRef<Shape>('ReleaseShape').implement({
  ...readableBy('STAFF'),
  description: 'How much the tables of one shape show.',
  fields: (t) => ({
    kind: t.field({ type: ShapeKindEnum, description: 'The shape.', resolve: ({ shape }) => shape.kind }),
    variables: t.field({
      type: [LabelledCodeType],
      description: 'The background variables of a breakdown; none for the other shapes.',
      resolve: ({ shape, names }) =>
        shape.kind === 'BREAKDOWN' ? shape.breakdown.map((code) => names.variable(code)) : [],
    }),
    visibility: t.expose('visibility', { type: VisibilityType, description: 'How much they show.' }),
  }),
})

const QuestionVisibility = builder
  .objectRef<{ question: LabelledCode; visibility: ReleaseCost['total'] }>('QuestionVisibility')
  .implement({
    ...readableBy('STAFF'),
    description: 'How much of one question is shown.',
    fields: (t) => ({
      question: t.expose('question', { type: LabelledCodeType, description: 'The question.' }),
      visibility: t.expose('visibility', {
        type: VisibilityType,
        description: 'How much of its answers is shown, over all shapes.',
      }),
    }),
  })

type Preview = WavePreview & { readonly names: CodeNames }

const ReleasePreview = builder.objectRef<Preview>('ReleasePreview').implement({
  ...readableBy('STAFF'),
  description: 'What publishing a wave would show and withhold, as it is and otherwise; for staff only.',
  fields: (t) => ({
    wave: t.string({ description: 'Code of the wave.', resolve: ({ codebook }) => codebook.wave.code }),
    minimumGroupSize: t.int({
      description: 'k: no figure rests on a group of fewer respondents.',
      resolve: async ({ preview }) => (await preview()).plan.minimumGroupSize,
    }),
    total: t.field({
      type: VisibilityType,
      description: 'How much would be shown of everything.',
      resolve: async ({ preview }) => (await preview()).cost.total,
    }),
    shapes: t.field({
      type: [ReleaseShape],
      description: 'The same by shape of table: each question alone, each breakdown, question by question.',
      resolve: async ({ preview, names }) =>
        (await preview()).cost.shapes.map((shape) => ({ ...shape, names })),
    }),
    questions: t.field({
      type: [QuestionVisibility],
      description: 'The same by question, in the order of the questionnaire.',
      resolve: async ({ preview, names }) =>
        (await preview()).cost.questions.map(({ question, visibility }) => ({
          question: names.variable(question),
          visibility,
        })),
    }),
    choices: t.field({
      type: [ReleaseChoiceType],
      description:
        'What else staff could decide: those that show the largest share of their numbers first. Each takes as long as the preview itself, so ask for them when you need them.',
      resolve: async ({ preview, choices, names }) => {
        const asIs = (await preview()).cost.total
        return (await choices()).map((choice) => ({ ...choice, asIs, names }))
      },
    }),
    withheldGroups: t.connection(
      {
        type: WithheldGroupType,
        description: 'The groups that would be withheld, by question and by shape.',
        resolve: async ({ preview, names }, args) => {
          const { withheld } = (await preview()).cost
          return resolveArrayConnection(
            { args, defaultSize: 100, maxSize: 100 },
            withheld.map((group) => ({ group, names })),
          )
        },
      },
      WithheldGroupConnection,
    ),
  }),
})

builder.queryFields((t) => ({
  releasePreview: t.field({
    ...readableBy('STAFF'),
    type: ReleasePreview,
    description:
      'What publishing a wave would withhold, why, and what other choices would keep. For staff; of a wave that is closed, or published already.',
    args: { wave: t.arg.string({ required: true, description: 'Code of the wave, such as `peo-2022`.' }) },
    resolve: async (_, { wave }, context) => {
      const preview = await previewWave(context.prisma, wave)
      if (preview.kind === 'error') throw requestFailure(preview)
      noteRead(context, { action: 'TABLE', subject: 'releasePreview', wave, asked: {} })
      return { ...preview, names: codeNames(preview.codebook) }
    },
  }),
}))
