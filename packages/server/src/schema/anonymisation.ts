import type { AnonymisationReport, BackgroundReport, LeftOut } from '@peo/disclosure'
import { answerReaders } from '../access/may-read.ts'
import { releasedFile } from './anonymous-file.ts'
import { builder } from './builder.ts'
import { type CodeNames, LabelledCodeType } from './labelled-code.ts'
import { readableBy } from './readable-by.ts'
import { WaveNode } from './wave.ts'

const DetailEnum = builder.enumType('BackgroundDetail', {
  description: 'How a background variable is said in the anonymised answers.',
  values: {
    AS_ANSWERED: { description: 'By its own categories.' },
    LEVEL: { description: 'By the categories of a coarser level.' },
    NOT_SAID: { description: 'Not at all.' },
  },
})

const LeftOutReasonEnum = builder.enumType('LeftOutReason', {
  description: 'Why a variable is not in the anonymised answers.',
  values: {
    NOT_REVIEWED: { description: 'Open answers that nobody reviewed.' },
    SAMPLE_DESIGN: { description: 'How the sample was drawn could tell people apart.' },
    TOO_MANY_VALUES: { description: 'A number with more different values than can be kept.' },
    TOO_MANY_VARIABLES: { description: 'Background beyond what can be weighed together.' },
    NOT_DIVERSE: { description: 'A sensitive question to which everyone gave the same answer.' },
    TELLS_WHO: { description: 'Next to the tables, its answers would tell whose row it is.' },
  },
})

const BackgroundType = builder
  .objectRef<{ report: BackgroundReport; names: CodeNames }>('AnonymisedBackground')
  .implement({
    ...readableBy(answerReaders),
    description: 'What became of a background variable in the anonymised answers.',
    fields: (t) => ({
      variable: t.field({
        type: LabelledCodeType,
        description: 'The variable.',
        resolve: ({ report, names }) => names.variable(report.variable),
      }),
      detail: t.field({
        type: DetailEnum,
        description: 'How it is said.',
        resolve: ({ report }) => report.detail,
      }),
      level: t.field({
        type: LabelledCodeType,
        nullable: true,
        description: 'The level it is said at; null for the other details. See `Question.hierarchy`.',
        resolve: ({ report: { variable, level }, names }) =>
          level === null ? null : names.level(variable, level),
      }),
      withheld: t.int({
        description: 'Rows in which it is withheld, where it is said at all.',
        resolve: ({ report }) => report.withheld,
      }),
    }),
  })

const WithheldAnswersType = builder
  .objectRef<{ variable: string; rows: number; names: CodeNames }>('WithheldAnswers')
  .implement({
    ...readableBy(answerReaders),
    description: 'How often an answer to one question is withheld.',
    fields: (t) => ({
      variable: t.field({
        type: LabelledCodeType,
        description: 'The question.',
        resolve: ({ variable, names }) => names.variable(variable),
      }),
      rows: t.exposeInt('rows', { description: 'In how many rows.' }),
    }),
  })

const LeftOutType = builder.objectRef<LeftOut & { names: CodeNames }>('LeftOutVariable').implement({
  ...readableBy(answerReaders),
  description: 'A variable that is not in the anonymised answers.',
  fields: (t) => ({
    variable: t.field({
      type: LabelledCodeType,
      description: 'The variable.',
      resolve: ({ variable, names }) => names.variable(variable),
    }),
    reason: t.expose('reason', { type: LeftOutReasonEnum, description: 'Why.' }),
  }),
})

const CoarseWeightsType = builder
  .objectRef<NonNullable<AnonymisationReport['weights']>>('CoarseWeights')
  .implement({
    ...readableBy(answerReaders),
    description: 'What became of the weights in the anonymised answers.',
    fields: (t) => ({
      different: t.exposeInt('different', { description: 'How many different weights are left.' }),
      loss: t.exposeFloat('loss', { description: 'Share of their variance that is lost, from 0 to 1.' }),
    }),
  })

const AnonymisationType = builder
  .objectRef<{ report: AnonymisationReport; names: CodeNames }>('Anonymisation')
  .implement({
    ...readableBy(answerReaders),
    description: 'What was left out of the anonymised answers of a wave or made coarser, and what is left.',
    fields: (t) => ({
      respondents: t.int({
        description: 'Rows; none is left out.',
        resolve: ({ report }) => report.respondents,
      }),
      minimumClassSize: t.int({
        description: 'k: of any row there are so many or more alike in background and weight.',
        resolve: ({ report }) => report.minimumClassSize,
      }),
      classes: t.int({
        description: 'How many classes of rows that are alike.',
        resolve: ({ report }) => report.classes,
      }),
      smallestClass: t.int({
        description: 'Rows in the smallest of them.',
        resolve: ({ report }) => report.smallestClass,
      }),
      background: t.field({
        type: [BackgroundType],
        description: 'The background variables.',
        resolve: ({ report, names }) => report.background.map((one) => ({ report: one, names })),
      }),
      withheldAnswers: t.field({
        type: [WithheldAnswersType],
        description: 'The questions with answers that are withheld.',
        resolve: ({ report, names }) => report.withheldAnswers.map((one) => ({ ...one, names })),
      }),
      weights: t.field({
        type: CoarseWeightsType,
        nullable: true,
        description: 'The weights; null in a wave without.',
        resolve: ({ report }) => report.weights,
      }),
      leftOut: t.field({
        type: [LeftOutType],
        description: 'The variables that are not in it.',
        resolve: ({ report, names }) => report.leftOut.map((one) => ({ ...one, names })),
      }),
      loss: t.float({
        description:
          'What is lost of background and weights, from 0 (all as answered) to 1 (nothing said): the mean over them of the share of the categories that a group unites, and of the lost variance.',
        resolve: ({ report }) => report.loss,
      }),
      lossByDiversity: t.float({
        description: 'How much of that the differing answers to sensitive questions cost at least.',
        resolve: ({ report }) => report.lossByDiversity,
      }),
    }),
  })

builder.prismaObjectField(WaveNode, 'anonymisation', (t) =>
  t.field({
    ...readableBy(answerReaders),
    type: AnonymisationType,
    nullable: true,
    description:
      'What became of the answers when they were anonymised, for researchers and staff; null where there are no anonymised answers.',
    resolve: async ({ code }, _, context) => {
      const found = await releasedFile(code, context)
      return found === undefined ? null : { report: found.file.report, names: found.names }
    },
  }),
)
