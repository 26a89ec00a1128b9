import { createRemark, moderateRemark, readableRemarks, removeRemark } from '../follow-up/remarks.ts'
import { aboutWhere } from '../follow-up/subject.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { readableBy, takesPart } from './readable-by.ts'
import { SubjectTableInput, subjectArguments, tableOfRow } from './subject.ts'

const RemarkStatusEnum = builder.enumType('RemarkStatus', {
  description: 'Who reads a remark.',
  values: {
    WAITING: { description: 'Its author and staff, who have still to read it.' },
    APPROVED: { description: 'Everyone who may know of the wave.' },
    HIDDEN: { description: 'Its author and staff, who hid it.' },
  },
})

const RemarkDecisionEnum = builder.enumType('RemarkDecision', {
  description: 'What staff decide on a remark.',
  values: {
    APPROVED: { description: 'Everyone who may know of the wave reads it.' },
    HIDDEN: { description: 'Nobody else reads it.' },
  },
})

const RemarkType = builder.prismaObject('Remark', {
  ...readableBy('EVERYONE'),
  description: 'What a professional says under a published result.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    wave: t.relation('wave', { description: 'The wave that it is about.' }),
    question: t.relation('question', {
      nullable: true,
      description: 'The question that it is about; null when about a table or the whole wave.',
    }),
    table: t.field({
      ...tableOfRow,
      description: 'The table that it is about; null when about a question or the whole wave.',
    }),
    text: t.exposeString('text', { description: 'What it says, in the language of its author.' }),
    author: t.string({
      nullable: true,
      description: 'The name of who wrote it; null where they did not choose to show it.',
      select: { showName: true, author: { select: { name: true } } },
      resolve: ({ showName, author }) => (showName ? (author?.name ?? null) : null),
    }),
    isMine: t.boolean({
      description: 'Whether it is of the viewer.',
      select: { authorId: true },
      resolve: ({ authorId }, _, { caller }) => authorId !== null && authorId === caller.account,
    }),
    status: t.expose('status', { type: RemarkStatusEnum, description: 'Who reads it.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it is hidden.' }),
    writtenOn: t.field({
      type: 'Date',
      description: 'The day it was written.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt,
    }),
    version: t.exposeInt('version', { description: 'Give it with a decision.' }),
  }),
})

const RemarkConnection = builder.connectionObject(
  {
    ...readableBy('EVERYONE'),
    type: RemarkType,
    name: 'RemarkConnection',
    description: 'A page of remarks.',
  },
  { ...readableBy('EVERYONE'), name: 'RemarkEdge', description: 'A remark and its cursor.' },
)

const inOrder = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]

builder.prismaObjectFields('Wave', (t) => ({
  remarks: t.relatedConnection(
    'remarks',
    {
      description: 'What professionals say about its results, and staff approved, the earliest first.',
      cursor: 'id',
      args: subjectArguments,
      query: (about, context) => ({
        where: { ...readableRemarks(context), ...aboutWhere(about) },
        orderBy: inOrder,
      }),
    },
    RemarkConnection,
  ),
}))

builder.prismaObjectFields('Question', (t) => ({
  remarks: t.relatedConnection(
    'remarks',
    {
      description: 'What professionals say about its answers, and staff approved, the earliest first.',
      cursor: 'id',
      query: (_, context) => ({ where: readableRemarks(context), orderBy: inOrder }),
    },
    RemarkConnection,
  ),
}))

builder.queryFields((t) => ({
  remarks: t.prismaConnection(
    {
      ...readableBy('STAFF'),
      type: 'Remark',
      cursor: 'id',
      description: 'What professionals say about results of all waves, the earliest first. For staff.',
      args: { status: t.arg({ type: RemarkStatusEnum, description: 'Only with this status.' }) },
      resolve: (query, _, { status }, { prisma }) =>
        prisma.remark.findMany({ ...query, where: { ...(status && { status }) }, orderBy: inOrder }),
    },
    RemarkConnection,
  ),
}))

const RemarkPayload = changedPayload('PROFESSIONAL', 'remark', RemarkType)

const CreateRemarkInput = builder.inputType('CreateRemarkInput', {
  description: 'A remark on a published result: on a wave, or on a question or a table of it.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    question: t.string({ description: 'Code of the variable of the question that it is about.' }),
    table: t.field({ type: SubjectTableInput, description: 'The table that it is about.' }),
    text: t.string({ required: true, description: 'What it says. Others read it once staff approved it.' }),
    showName: t.boolean({ defaultValue: false, description: 'Whether others see your name beside it.' }),
  }),
})

const ModerateRemarkInput = builder.inputType('ModerateRemarkInput', {
  description: 'What staff decide on a remark.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    status: t.field({ type: RemarkDecisionEnum, required: true, description: 'Approved or hidden.' }),
    reason: t.string({ description: 'Why it is hidden; its author reads it.' }),
  }),
})

builder.mutationFields((t) => ({
  createRemark: t.field({
    ...takesPart,
    type: RemarkPayload,
    description:
      'Says something under a published result; others read it once staff approved it. For professionals.',
    args: { input: t.arg({ type: CreateRemarkInput, required: true, description: 'The remark.' }) },
    resolve: (_, { input }, context) => createRemark(context.prisma, context, input),
  }),
  removeRemark: t.field({
    ...takesPart,
    type: RemovedPayload,
    description: 'Removes a remark of your own for good. For professionals.',
    args: versionArguments,
    resolve: (_, read, { prisma, caller }) => removeRemark(prisma, caller, read),
  }),
  moderateRemark: t.field({
    ...readableBy('STAFF'),
    type: RemarkPayload,
    description: 'Lets others read a remark, or hides it with a reason. For staff.',
    args: { input: t.arg({ type: ModerateRemarkInput, required: true, description: 'The decision.' }) },
    resolve: (_, { input }, { prisma }) => moderateRemark(prisma, input),
  }),
}))
