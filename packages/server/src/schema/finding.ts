import { changeFinding, createFinding, removeFinding } from '../follow-up/findings.ts'
import { publishedFor } from '../follow-up/published-for.ts'
import { BilingualInput, bilingualText } from './bilingual.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { readableBy } from './readable-by.ts'

const FindingKindEnum = builder.enumType('FindingKind', {
  description: 'What a finding is.',
  values: {
    GOAL: { description: 'The goal of the policy that the wave is about.' },
    EXPLANATION: { description: 'How professionals explain the figures.' },
    DIFFERENCE: { description: 'A difference between groups.' },
    CAUSE: { description: 'A cause that is named most.' },
    TASK: { description: 'A task that brings it.' },
    CONSEQUENCE: { description: 'What comes of it.' },
    SOLUTION: { description: 'A direction for a solution.' },
  },
})

const FindingType = builder.prismaObject('Finding', {
  ...readableBy('EVERYONE'),
  description: 'What a report on a wave says beside figures.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    kind: t.expose('kind', { type: FindingKindEnum, description: 'What it is.' }),
    text: t.string({
      description: 'What it says.',
      select: { textNl: true, textEn: true },
      ...bilingualText,
    }),
    position: t.exposeInt('position', { description: 'Its place among those of its kind.' }),
    published: t.exposeBoolean('published', { description: 'Whether others than staff may read it.' }),
    version: t.exposeInt('version', { description: 'Give it with a change.' }),
  }),
})

builder.prismaObjectFields('Wave', (t) => ({
  findings: t.relation('findings', {
    description: 'What reports on it say beside figures, by kind and in order.',
    args: { kind: t.arg({ type: FindingKindEnum, description: 'Only these.' }) },
    query: ({ kind }, { viewer }) => ({
      where: { ...publishedFor(viewer), ...(kind && { kind }) },
      orderBy: [{ kind: 'asc' }, { position: 'asc' }, { id: 'asc' }],
    }),
  }),
}))

const FindingPayload = changedPayload('STAFF', 'finding', FindingType)

const described = {
  kind: { type: FindingKindEnum, description: 'What it is.' },
  text: { type: BilingualInput, description: 'What it says.' },
  position: { description: 'Its place among those of its kind; the last unless given.' },
  published: { description: 'Whether others than staff may read it; not unless given.' },
}

const CreateFindingInput = builder.inputType('CreateFindingInput', {
  description: 'A finding to make.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    kind: t.field({ ...described.kind, required: true }),
    text: t.field({ ...described.text, required: true }),
    position: t.int(described.position),
    published: t.boolean(described.published),
  }),
})

const ChangeFindingInput = builder.inputType('ChangeFindingInput', {
  description: 'What is to be different in a finding; the rest stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    kind: t.field(described.kind),
    text: t.field(described.text),
    position: t.int(described.position),
    published: t.boolean(described.published),
  }),
})

builder.mutationFields((t) => ({
  createFinding: t.field({
    ...readableBy('STAFF'),
    type: FindingPayload,
    description: 'Says what a report on a wave says beside figures. For staff.',
    args: { input: t.arg({ type: CreateFindingInput, required: true, description: 'The finding.' }) },
    resolve: (_, { input }, { prisma, viewer }) => createFinding(prisma, viewer, input),
  }),
  changeFinding: t.field({
    ...readableBy('STAFF'),
    type: FindingPayload,
    description: 'Changes a finding, or publishes it. For staff.',
    args: { input: t.arg({ type: ChangeFindingInput, required: true, description: 'The change.' }) },
    resolve: (_, { input }, { prisma }) => changeFinding(prisma, input),
  }),
  removeFinding: t.field({
    ...readableBy('STAFF'),
    type: RemovedPayload,
    description: 'Removes a finding for good. For staff.',
    args: versionArguments,
    resolve: (_, read, { prisma }) => removeFinding(prisma, read),
  }),
}))
