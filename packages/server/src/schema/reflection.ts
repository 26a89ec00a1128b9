import { publishedFor } from '../follow-up/published-for.ts'
import { changeReflection, createReflection, removeReflection } from '../follow-up/reflections.ts'
import { aboutWhere } from '../follow-up/subject.ts'
import { BilingualInput, bilingualText } from './bilingual.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { readableBy } from './readable-by.ts'
import { SubjectTableInput, subjectArguments, tableOfRow } from './subject.ts'

const ReflectionType = builder.prismaObject('Reflection', {
  ...readableBy('EVERYONE'),
  description: 'What the working group makes of a result.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    text: t.string({
      description: 'What it says.',
      select: { textNl: true, textEn: true },
      ...bilingualText,
    }),
    question: t.relation('question', {
      nullable: true,
      description: 'The question that it is about; null when about a table or the whole wave.',
    }),
    table: t.field({
      ...tableOfRow,
      description: 'The table that it is about; null when about a question or the whole wave.',
    }),
    published: t.exposeBoolean('published', { description: 'Whether others than staff may read it.' }),
    version: t.exposeInt('version', { description: 'Give it with a change.' }),
  }),
})

const ReflectionConnection = builder.connectionObject(
  {
    ...readableBy('EVERYONE'),
    type: ReflectionType,
    name: 'ReflectionConnection',
    description: 'A page of reflections.',
  },
  { ...readableBy('EVERYONE'), name: 'ReflectionEdge', description: 'A reflection and its cursor.' },
)

const inOrder = [{ createdAt: 'asc' as const }, { id: 'asc' as const }]

builder.prismaObjectFields('Wave', (t) => ({
  reflections: t.relatedConnection(
    'reflections',
    {
      description: 'What the working group makes of its results, the earliest first.',
      cursor: 'id',
      args: subjectArguments,
      query: (about, { viewer }) => ({
        where: { ...publishedFor(viewer), ...aboutWhere(about) },
        orderBy: inOrder,
      }),
    },
    ReflectionConnection,
  ),
}))

builder.prismaObjectFields('Question', (t) => ({
  reflections: t.relatedConnection(
    'reflections',
    {
      description: 'What the working group makes of its answers, the earliest first.',
      cursor: 'id',
      query: (_, { viewer }) => ({ where: publishedFor(viewer), orderBy: inOrder }),
    },
    ReflectionConnection,
  ),
}))

const ReflectionPayload = changedPayload('STAFF', 'reflection', ReflectionType)

const published = 'Whether others than staff may read it.'

const CreateReflectionInput = builder.inputType('CreateReflectionInput', {
  description: 'A reflection to make: on a wave, or on a question or a table of it.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    question: t.string({ description: 'Code of the variable of the question that it is about.' }),
    table: t.field({ type: SubjectTableInput, description: 'The table that it is about.' }),
    text: t.field({ type: BilingualInput, required: true, description: 'What it says.' }),
    published: t.boolean({ defaultValue: false, description: published }),
  }),
})

const ChangeReflectionInput = builder.inputType('ChangeReflectionInput', {
  description: 'What is to be different in a reflection; the rest stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    text: t.field({ type: BilingualInput, description: 'What it says.' }),
    published: t.boolean({ description: published }),
  }),
})

builder.mutationFields((t) => ({
  createReflection: t.field({
    ...readableBy('STAFF'),
    type: ReflectionPayload,
    description: 'Makes a reflection of the working group. For staff.',
    args: { input: t.arg({ type: CreateReflectionInput, required: true, description: 'The reflection.' }) },
    resolve: (_, { input }, { prisma, viewer }) => createReflection(prisma, viewer, input),
  }),
  changeReflection: t.field({
    ...readableBy('STAFF'),
    type: ReflectionPayload,
    description: 'Changes a reflection, or publishes it. For staff.',
    args: { input: t.arg({ type: ChangeReflectionInput, required: true, description: 'The change.' }) },
    resolve: (_, { input }, { prisma }) => changeReflection(prisma, input),
  }),
  removeReflection: t.field({
    ...readableBy('STAFF'),
    type: RemovedPayload,
    description: 'Removes a reflection for good. For staff.',
    args: versionArguments,
    resolve: (_, read, { prisma }) => removeReflection(prisma, read),
  }),
}))
