import { knownWaves } from '../access/known-waves.ts'
import { mayRead } from '../access/may-read.ts'
import { publishedFor, unlessWithdrawn } from '../follow-up/published-for.ts'
import {
  changeRecommendation,
  createRecommendation,
  removeRecommendation,
} from '../follow-up/recommendations.ts'
import { latestFirst } from '../wave-order.ts'
import { BilingualInput, bilingualText } from './bilingual.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { readableBy } from './readable-by.ts'
import { WaveNode } from './wave.ts'

const AddresseeEnum = builder.enumType('Addressee', {
  description: 'Whom a recommendation is for.',
  values: {
    MUNICIPALITIES: { description: 'Municipalities.' },
    PROVIDERS: { description: 'Providers of youth care.' },
    GIS: { description: 'Certified institutions for child protection and youth probation (GIs).' },
    PROFESSIONALS: { description: 'Professionals themselves.' },
  },
})

const RecommendationStatusEnum = builder.enumType('RecommendationStatus', {
  description: 'What became of a recommendation.',
  values: {
    NEW: { description: 'Nothing is known yet.' },
    TAKEN_UP: { description: 'Somebody works on it.' },
    DONE: { description: 'It was followed.' },
    DECLINED: { description: 'It will not be followed.' },
  },
})

/** A note on a recommendation. */
export const FollowUpType = builder.prismaObject('FollowUp', {
  ...readableBy('EVERYONE'),
  description: 'A note on what became of a recommendation.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    text: t.string({
      description: 'What it says.',
      select: { textNl: true, textEn: true },
      ...bilingualText,
    }),
    wave: t.field({
      type: WaveNode,
      nullable: true,
      description: 'The later wave in which it showed; null where none is named.',
      select: async (_, __, nested) => ({ wave: await nested() }),
      resolve: ({ wave }) => wave,
    }),
    writtenOn: t.field({
      type: 'Date',
      description: 'The day it was written.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt,
    }),
    version: t.exposeInt('version', { description: 'Give it with a change.' }),
  }),
})

const RecommendationType = builder.prismaObject('Recommendation', {
  ...readableBy('EVERYONE'),
  description: 'What somebody is advised to do after a wave.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    wave: t.relation('wave', { description: 'The wave that it follows from.' }),
    addressees: t.expose('addressees', { type: [AddresseeEnum], description: 'Whom it is for.' }),
    text: t.string({
      description: 'What it says.',
      select: { textNl: true, textEn: true },
      ...bilingualText,
    }),
    status: t.expose('status', { type: RecommendationStatusEnum, description: 'What became of it.' }),
    followUps: t.relation('followUps', {
      description:
        'Notes on what became of it, the earliest first; but for those that name a wave that the viewer may not know of, or that was withdrawn.',
      query: (_, { viewer }) => ({
        where: mayRead(viewer, 'STAFF')
          ? {}
          : { OR: [{ waveId: null }, { AND: [{ wave: knownWaves(viewer) }, unlessWithdrawn(viewer)] }] },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
    }),
    position: t.exposeInt('position', { description: 'Its place in the list of its wave.' }),
    published: t.exposeBoolean('published', { description: 'Whether others than staff may read it.' }),
    version: t.exposeInt('version', { description: 'Give it with a change.' }),
  }),
})

const inOrder = [{ position: 'asc' as const }, { id: 'asc' as const }]

builder.prismaObjectFields('Wave', (t) => ({
  recommendations: t.relation('recommendations', {
    description: 'What is advised after it, in order.',
    query: (_, { viewer }) => ({ where: publishedFor(viewer), orderBy: inOrder }),
  }),
}))

builder.queryFields((t) => ({
  recommendations: t.prismaConnection(
    {
      ...readableBy('EVERYONE'),
      type: 'Recommendation',
      cursor: 'id',
      description: 'What is advised after the waves that the viewer may know of, the latest wave first.',
      args: {
        addressee: t.arg({ type: AddresseeEnum, description: 'Only for these.' }),
        status: t.arg({ type: RecommendationStatusEnum, description: 'Only with this status.' }),
      },
      resolve: (query, _, { addressee, status }, { prisma, viewer }) =>
        prisma.recommendation.findMany({
          ...query,
          where: {
            AND: [{ wave: knownWaves(viewer) }, publishedFor(viewer)],
            ...(addressee && { addressees: { has: addressee } }),
            ...(status && { status }),
          },
          orderBy: [...latestFirst.map((wave) => ({ wave })), ...inOrder],
        }),
    },
    {
      ...readableBy('EVERYONE'),
      name: 'RecommendationConnection',
      description: 'A page of recommendations.',
    },
    {
      ...readableBy('EVERYONE'),
      name: 'RecommendationEdge',
      description: 'A recommendation and its cursor.',
    },
  ),
}))

const RecommendationPayload = changedPayload('STAFF', 'recommendation', RecommendationType)

const described = {
  addressees: {
    type: [AddresseeEnum] as [typeof AddresseeEnum],
    description: 'Whom it is for: one or more.',
  },
  text: { type: BilingualInput, description: 'What it says.' },
  status: { type: RecommendationStatusEnum, description: 'What became of it; `NEW` unless given.' },
  position: { description: 'Its place in the list of its wave; the last unless given.' },
  published: { description: 'Whether others than staff may read it; not unless given.' },
}

const CreateRecommendationInput = builder.inputType('CreateRecommendationInput', {
  description: 'A recommendation to make.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave that it follows from.' }),
    addressees: t.field({ ...described.addressees, required: true }),
    text: t.field({ ...described.text, required: true }),
    status: t.field(described.status),
    position: t.int(described.position),
    published: t.boolean(described.published),
  }),
})

const ChangeRecommendationInput = builder.inputType('ChangeRecommendationInput', {
  description: 'What is to be different in a recommendation; the rest stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    addressees: t.field(described.addressees),
    text: t.field(described.text),
    status: t.field(described.status),
    position: t.int(described.position),
    published: t.boolean(described.published),
  }),
})

builder.mutationFields((t) => ({
  createRecommendation: t.field({
    ...readableBy('STAFF'),
    type: RecommendationPayload,
    description: 'Makes a recommendation after a wave. For staff.',
    args: { input: t.arg({ type: CreateRecommendationInput, required: true, description: 'It.' }) },
    resolve: (_, { input }, { prisma, viewer }) => createRecommendation(prisma, viewer, input),
  }),
  changeRecommendation: t.field({
    ...readableBy('STAFF'),
    type: RecommendationPayload,
    description: 'Changes a recommendation, publishes it, or says what became of it. For staff.',
    args: { input: t.arg({ type: ChangeRecommendationInput, required: true, description: 'The change.' }) },
    resolve: (_, { input }, { prisma }) => changeRecommendation(prisma, input),
  }),
  removeRecommendation: t.field({
    ...readableBy('STAFF'),
    type: RemovedPayload,
    description: 'Removes a recommendation for good, with the notes on it. For staff.',
    args: versionArguments,
    resolve: (_, read, { prisma }) => removeRecommendation(prisma, read),
  }),
}))
