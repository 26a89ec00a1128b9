import type { AnonymousAnswer, AnonymousRow } from '@peo/disclosure'
import { resolveOffsetConnection } from '@pothos/plugin-relay'
import { answerReaders } from '../access/may-read.ts'
import { noteAsked } from '../audit/audit-note.ts'
import { readAnonymousRows } from '../release/read-anonymous-file.ts'
import { releasedFile } from './anonymous-file.ts'
import { builder } from './builder.ts'
import { type CodeNames, LabelledCodeType } from './labelled-code.ts'
import { readableBy } from './readable-by.ts'
import { WaveNode } from './wave.ts'

const AnswerStatusEnum = builder.enumType('AnswerStatus', {
  description: 'Whether an anonymised answer is shown.',
  values: {
    VALUE: { description: 'It is shown.' },
    WITHHELD: { description: 'Not shown, to protect people; there may be one.' },
    NOT_ASKED: { description: 'The question was not put to this respondent.' },
    NO_ANSWER: { description: 'The question was put, and not answered.' },
  },
})

const AnswerType = builder
  .objectRef<{ answer: AnonymousAnswer; names: CodeNames }>('AnonymousAnswer')
  .implement({
    ...readableBy(answerReaders),
    description: 'What one row of the anonymised answers says of one variable.',
    fields: (t) => ({
      variable: t.field({
        type: LabelledCodeType,
        description: 'The variable.',
        resolve: ({ answer, names }) => names.variable(answer.variable),
      }),
      status: t.field({
        type: AnswerStatusEnum,
        description: 'Whether it is shown.',
        resolve: ({ answer }) => answer.status,
      }),
      categories: t.stringList({
        description:
          'Codes of the answers; of a background variable those of the level that `Wave.anonymisation` names. Empty where none is shown, and for numbers.',
        resolve: ({ answer }) => [...answer.categories],
      }),
      value: t.float({
        nullable: true,
        description: 'The number answered; null where none is shown, and for categories.',
        resolve: ({ answer }) => answer.value,
      }),
    }),
  })

/** A row, the code of the weight and the names of all codes. */
interface Row {
  readonly row: AnonymousRow
  readonly names: CodeNames
  readonly weight: string | undefined
}

const RespondentType = builder.objectRef<Row>('AnonymousRespondent').implement({
  ...readableBy(answerReaders),
  description: 'One respondent of the anonymised answers. Rows are in random order.',
  fields: (t) => ({
    id: t.id({
      description: 'Random, another one in each release; `node` does not know it.',
      resolve: ({ row }) => row.id,
    }),
    weight: t.float({
      description: 'The weight, made coarser; 1 in a wave without weights.',
      resolve: ({ row, weight }) => row.answers.find(({ variable }) => variable === weight)?.value ?? 1,
    }),
    answers: t.field({
      type: [AnswerType],
      description: 'What it says, in the order of the file; open answers that nobody reviewed are not in it.',
      resolve: ({ row, names, weight }) =>
        row.answers.filter(({ variable }) => variable !== weight).map((answer) => ({ answer, names })),
    }),
  }),
})

builder.prismaObjectField(WaveNode, 'respondents', (t) =>
  t.connection(
    {
      ...readableBy(answerReaders),
      type: RespondentType,
      description:
        'The anonymised answers of the current release, for researchers and staff. None where the wave is not published, or too small for any.',
      resolve: async ({ code }, args, context) => {
        const found = await releasedFile(code, context)
        if (found !== undefined) {
          noteAsked(context, {
            ...{
              action: 'FILE',
              subject: 'respondents',
              waves: [code],
              asked: { ...args },
              format: 'graphql',
            },
            digests: [found.digest],
          })
        }
        return resolveOffsetConnection(
          { args, defaultSize: 100, maxSize: 100, totalCount: found?.file.respondents ?? 0 },
          async ({ offset, limit }) => {
            // A number far beyond the last row is more than the database counts to.
            if (found === undefined || offset >= found.file.respondents) return []
            const { digest, names, weight } = found
            const rows = await readAnonymousRows(context.prisma, digest, offset, limit)
            return rows.map((row) => ({ row, names, weight }))
          },
        )
      },
    },
    {
      ...readableBy(answerReaders),
      name: 'AnonymousRespondentConnection',
      description: 'A page of anonymised answers.',
    },
    {
      ...readableBy(answerReaders),
      name: 'AnonymousRespondentEdge',
      description: 'A row of anonymised answers and its cursor.',
    },
  ),
)
