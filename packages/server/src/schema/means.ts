import type { AbsentFigure, MeanFigure, ProtectedMeans } from '@peo/disclosure'
import { noteAsked } from '../audit/audit-note.ts'
import { type AnsweredTable, answerMeans } from '../tables/answer-table.ts'
import { builder } from './builder.ts'
import { FigureInterface, IntervalType } from './figure.ts'
import { readableBy } from './readable-by.ts'
import { requestFailure } from './request-failure.ts'
import { TableInterface } from './table.ts'
import { DimensionVariable } from './table-dimension.ts'
import { tableArguments, withDefaults } from './table-input.ts'

type Group = MeanFigure | AbsentFigure
type Measure =
  | 'effectiveBase'
  | 'mean'
  | 'standardDeviation'
  | 'standardError'
  | 'lowerQuartile'
  | 'median'
  | 'upperQuartile'

const quantile = (share: string, parts: number) =>
  `At least ${share} of the group, by weight when weighted, answered this or less; halfway to the next answer where the share is met exactly (Hyndman and Fan's definition 2). Null in groups of fewer than ${parts} k respondents, and in groups that a question makes: it could tell single answers.`

const MeanGroupType = builder.objectRef<Group>('MeanGroup').implement({
  ...readableBy('EVERYONE'),
  interfaces: [FigureInterface],
  description: 'The answers of one group to a numeric question. A number that is not shown is null, never 0.',
  fields: (t) => {
    const number = (name: Measure, description: string) =>
      t.float({
        nullable: true,
        description,
        resolve: (group) => (group.status === 'VALUE' ? group[name] : null),
      })
    return {
      base: t.int({
        nullable: true,
        description: 'Respondents of the group who were asked and answered, unweighted.',
        resolve: (group) => (group.status === 'VALUE' ? group.base : null),
      }),
      effectiveBase: number(
        'effectiveBase',
        "Equally weighted respondents that would tell as much as the group does: Kish's (Σw)² / Σw². The base when unweighted.",
      ),
      mean: number('mean', 'The mean, not rounded.'),
      standardDeviation: number(
        'standardDeviation',
        'Of the answers, by weight when weighted, with n - 1 in the denominator.',
      ),
      standardError: number(
        'standardError',
        "Of the mean: s / √n, or linearised over the wave's sample design when weighted. Null where the group leaves no degree of freedom.",
      ),
      lowerQuartile: number('lowerQuartile', quantile('a quarter', 4)),
      median: number('median', quantile('half', 2)),
      upperQuartile: number('upperQuartile', quantile('three quarters', 4)),
      interval: t.field({
        type: IntervalType,
        nullable: true,
        description:
          'Of the mean, from the t distribution with the degrees of freedom of the group in the sample; null as the standard error is.',
        resolve: (group) => (group.status === 'VALUE' ? group.interval : null),
      }),
    }
  },
})

const MeansTableType = builder.objectRef<AnsweredTable<ProtectedMeans>>('MeansTable').implement({
  ...readableBy('EVERYONE'),
  interfaces: [TableInterface],
  description: 'Means of a numeric question by groups.',
  fields: (t) => ({
    of: t.field({
      type: DimensionVariable,
      description: 'The variable that the means are of.',
      resolve: (answer) => ({ answer, code: answer.table.of }),
    }),
    groups: t.field({
      type: [MeanGroupType],
      description: 'The groups, row-major over the dimensions.',
      resolve: ({ table }) => [...table.groups],
    }),
  }),
})

builder.queryFields((t) => ({
  means: t.field({
    ...readableBy('EVERYONE'),
    type: MeansTableType,
    description: 'Means of a numeric question in published results.',
    args: {
      ...tableArguments,
      of: t.arg.string({ required: true, description: 'Code of a numeric variable.' }),
      by: t.arg.stringList({
        defaultValue: [],
        description: 'Codes of the variables that make the groups; none gives everyone.',
      }),
    },
    resolve: async (_, input, context) => {
      const answer = await answerMeans(await context.releases(), {
        ...withDefaults(input),
        of: input.of,
        by: input.by ?? [],
      })
      if (answer.kind === 'error') throw requestFailure(answer)
      noteAsked(context, {
        ...{ action: 'TABLE', subject: 'means', waves: input.waves, asked: { ...input }, format: 'graphql' },
        digests: answer.releases.map(({ digest }) => digest),
      })
      return answer
    },
  }),
}))
