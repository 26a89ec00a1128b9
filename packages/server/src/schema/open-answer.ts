import type { UserProblem } from '../access/user-problem.ts'
import { noteRead } from '../audit/audit-note.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import type { AskedOfEnough } from '../open-answers/asked-of-enough.ts'
import { findPersonalData, type PersonalData } from '../open-answers/find-personal-data.ts'
import { type ReviewedAnswer, reviewAnswer } from '../open-answers/review-answer.ts'
import { builder } from './builder.ts'
import { QuestionNode } from './question.ts'
import { readableBy } from './readable-by.ts'
import { UserErrorType } from './user-error.ts'

const ReviewStatusEnum = builder.enumType('ReviewStatus', {
  description: 'What became of an open answer.',
  values: {
    PENDING: { description: 'Nobody reviewed it.' },
    APPROVED: { description: 'It is released with the results of its wave.' },
    REJECTED: { description: 'It is not released.' },
  },
})

const PersonalDataKindEnum = builder.enumType('PersonalDataKind', {
  description: 'What somebody could be recognised or reached by.',
  values: {
    PHONE: { description: 'A telephone number.' },
    MAIL: { description: 'A mail address.' },
    BSN: { description: 'A citizen service number, by its check digit.' },
    POSTCODE: { description: 'A postcode.' },
    NAME: { description: 'A name after a form of address, such as "mevrouw".' },
  },
})

const PersonalDataType = builder.objectRef<PersonalData>('PersonalData').implement({
  ...readableBy('STAFF'),
  description: 'A place in an open answer that is likely to be personal data.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PersonalDataKindEnum, description: 'Of which kind.' }),
    from: t.exposeInt('from', { description: 'Its first character, from 0.' }),
    to: t.exposeInt('to', { description: 'The character after its last.' }),
  }),
})

const OpenAnswerType = builder.prismaObject('OpenAnswer', {
  ...readableBy('STAFF'),
  description: 'An answer in words, as it was given; apart from the other answers of who gave it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Random; it says nothing of when it was given.' }),
    version: t.exposeInt('version', { description: 'One more with each review; say it with the next.' }),
    question: t.relation('question', { description: 'What it answers.' }),
    text: t.exposeString('text', { description: 'What was given; empty when that was deleted.' }),
    status: t.expose('status', { type: ReviewStatusEnum, description: 'What became of it.' }),
    approved: t.exposeString('approved', {
      nullable: true,
      description: 'What readers see of it; null unless it is approved.',
    }),
    personalData: t.field({
      type: [PersonalDataType],
      description:
        'What in it is likely to be personal data. Read it all the same: only some kinds are found.',
      select: { text: true },
      resolve: ({ text }) => findPersonalData(text),
    }),
  }),
})

const ReviewPayload = builder.objectRef<ReviewedAnswer | UserProblem>('ReviewPayload').implement({
  ...readableBy('STAFF'),
  description: 'An open answer that was reviewed, or why it was not.',
  fields: (t) => ({
    openAnswer: t.field({
      type: OpenAnswerType,
      nullable: true,
      description: 'The answer as it is now; null where nothing was changed.',
      resolve: (payload) => (payload.kind === 'answer' ? payload.answer : null),
    }),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why nothing was changed; empty where it was.',
      resolve: (payload) => (payload.kind === 'problem' ? [payload] : []),
    }),
  }),
})

const ReviewInput = builder.inputType('ReviewOpenAnswerInput', {
  description: 'What somebody decides about an open answer.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'Its version when it was read.' }),
    approve: t.boolean({ required: true, description: 'Whether it is released.' }),
    text: t.string({
      description:
        'What readers may see of it; what was given where it is absent. Refused where it is likely to hold personal data.',
    }),
    noPersonalData: t.boolean({
      defaultValue: false,
      required: true,
      description: 'Say that you read what is marked as personal data in it, and that it is none.',
    }),
  }),
})

builder.queryFields((t) => ({
  openAnswers: t.prismaConnection(
    {
      ...readableBy('STAFF'),
      type: 'OpenAnswer',
      cursor: 'id',
      description: 'The answers in words of a wave that is closed, in random order. For staff.',
      args: {
        wave: t.arg.string({ required: true, description: 'Code of the wave.' }),
        status: t.arg({ type: ReviewStatusEnum, description: 'Only those of this status.' }),
      },
      resolve: async (query, _, { wave, ...given }, context) => {
        const { status } = given
        const answers = await context.prisma.openAnswer.findMany({
          ...query,
          where: { wave: { code: wave }, ...(status && { status }) },
          orderBy: { id: 'asc' },
        })
        if (answers.length > 0)
          noteRead(context, { action: 'FILE', subject: 'openAnswers', wave, asked: given })
        return answers
      },
    },
    { ...readableBy('STAFF'), name: 'OpenAnswerConnection', description: 'A page of open answers.' },
    { ...readableBy('STAFF'), name: 'OpenAnswerEdge', description: 'An open answer and its cursor.' },
  ),
}))

builder.mutationFields((t) => ({
  reviewOpenAnswer: t.field({
    ...readableBy('STAFF'),
    type: ReviewPayload,
    description: 'Approves an open answer, perhaps with parts taken out, or rejects it. For staff.',
    args: { input: t.arg({ type: ReviewInput, required: true, description: 'What is decided.' }) },
    resolve: (_, { input }, { prisma }) => reviewAnswer(prisma, { ...input, id: String(input.id) }),
  }),
}))

const ApprovedAnswer = builder.prismaObject('OpenAnswer', {
  variant: 'ApprovedAnswer',
  ...readableBy('EVERYONE'),
  description: 'What was answered in words, as a person approved it.',
  fields: (t) => ({
    text: t.string({
      description: 'What was answered, perhaps with parts taken out.',
      select: { approved: true },
      resolve: ({ approved }) => approved ?? '',
    }),
  }),
})

const oneOf = (asked: readonly AskedOfEnough[]): Prisma.QuestionWhereInput => ({
  OR: asked.map(({ wave, variables }) => ({
    wave: { code: wave },
    variable: { code: { in: [...variables] } },
  })),
})

builder.prismaObjectFields(QuestionNode, (t) => ({
  openAnswersWithheld: t.boolean({
    ...readableBy('STAFF'),
    nullable: true,
    description:
      'Whether it was put to fewer than k of the respondents of a published wave, so that nobody is shown what was approved; null where there is nothing to show. For staff.',
    select: {
      wave: { select: { code: true, status: true } },
      variable: { select: { code: true, measurement: true } },
    },
    resolve: async ({ wave, variable }, _, { askedOfEnough }) => {
      if (wave.status !== 'PUBLISHED' || variable.measurement !== 'TEXT') return null
      const asked = (await askedOfEnough()).find((one) => one.wave === wave.code)
      return !asked?.variables.includes(variable.code)
    },
  }),
  openAnswers: t.relatedConnection(
    'openAnswers',
    {
      type: ApprovedAnswer,
      cursor: 'id',
      description:
        'What was answered in words and approved, in random order, once the results are out; nothing where the question was put to fewer than k of the respondents.',
      query: async (_, { askedOfEnough }) => ({
        where: { status: 'APPROVED', wave: { status: 'PUBLISHED' }, question: oneOf(await askedOfEnough()) },
        orderBy: { id: 'asc' },
      }),
    },
    {
      ...readableBy('EVERYONE'),
      name: 'ApprovedAnswerConnection',
      description: 'A page of approved answers.',
    },
    {
      ...readableBy('EVERYONE'),
      name: 'ApprovedAnswerEdge',
      description: 'An approved answer and its cursor.',
    },
  ),
}))
