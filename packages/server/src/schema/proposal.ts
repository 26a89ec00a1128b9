import { isKnown } from '../access/known-waves.ts'
import {
  createProposal,
  decideProposal,
  eraseProposal,
  removeProposal,
  supportProposal,
} from '../follow-up/proposals.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { readableBy, takesPart } from './readable-by.ts'
import { WaveNode } from './wave.ts'

const ProposalKindEnum = builder.enumType('ProposalKind', {
  description: 'What is proposed.',
  values: {
    THEME: { description: 'A theme for a next wave.' },
    QUESTION: { description: 'A question for a next wave.' },
  },
})

const ProposalStatusEnum = builder.enumType('ProposalStatus', {
  description: 'What became of a proposal.',
  values: {
    PROPOSED: { description: 'Staff decide on it yet.' },
    TAKEN_UP: { description: 'A next wave has it.' },
    DECLINED: { description: 'No next wave has it.' },
  },
})

const DecisionEnum = builder.enumType('ProposalDecision', {
  description: 'What staff decide on a proposal.',
  values: {
    TAKEN_UP: { description: 'A next wave has it.' },
    DECLINED: { description: 'No next wave has it.' },
  },
})

const ProposalType = builder.prismaObject('Proposal', {
  ...readableBy('PROFESSIONAL'),
  description: 'A theme or question that a professional would have a next wave ask.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    kind: t.expose('kind', { type: ProposalKindEnum, description: 'What is proposed.' }),
    text: t.exposeString('text', { description: 'What it says, in the language of its author.' }),
    author: t.string({
      nullable: true,
      description: 'The name of who proposed it; null where they did not choose to show it.',
      select: { showName: true, author: { select: { name: true } } },
      resolve: ({ showName, author }) => (showName ? (author?.name ?? null) : null),
    }),
    isMine: t.boolean({
      description: 'Whether it is of the viewer.',
      select: { authorId: true },
      resolve: ({ authorId }, _, { caller }) => authorId !== null && authorId === caller.account,
    }),
    supporters: t.relationCount('supports', { description: 'How many others support it.' }),
    isSupported: t.boolean({
      description: 'Whether the viewer supports it.',
      select: (_, { caller }) => ({
        supports: { where: { accountId: caller.account ?? '' }, select: { accountId: true } },
      }),
      resolve: ({ supports }) => supports.length > 0,
    }),
    status: t.expose('status', { type: ProposalStatusEnum, description: 'What became of it.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why it was taken up or declined; null until then.',
    }),
    wave: t.field({
      type: WaveNode,
      nullable: true,
      description: 'The wave that takes it up; null where there is none that the viewer may know of.',
      select: async (_, __, nested) => ({ wave: await nested() }),
      resolve: ({ wave }, _, { viewer }) => (wave !== null && isKnown(viewer, wave) ? wave : null),
    }),
    proposedOn: t.field({
      type: 'Date',
      description: 'The day it was proposed.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt,
    }),
    version: t.exposeInt('version', { description: 'Give it with a decision.' }),
  }),
})

builder.queryFields((t) => ({
  proposals: t.prismaConnection(
    {
      ...readableBy('PROFESSIONAL'),
      type: 'Proposal',
      cursor: 'id',
      description: 'What professionals propose for a next wave, the most supported first. For professionals.',
      args: {
        kind: t.arg({ type: ProposalKindEnum, description: 'Only these.' }),
        status: t.arg({ type: ProposalStatusEnum, description: 'Only with this status.' }),
      },
      resolve: (query, _, { kind, status }, { prisma }) =>
        prisma.proposal.findMany({
          ...query,
          where: { ...(kind && { kind }), ...(status && { status }) },
          orderBy: [{ supports: { _count: 'desc' } }, { createdAt: 'asc' }, { id: 'asc' }],
        }),
    },
    { ...readableBy('PROFESSIONAL'), name: 'ProposalConnection', description: 'A page of proposals.' },
    { ...readableBy('PROFESSIONAL'), name: 'ProposalEdge', description: 'A proposal and its cursor.' },
  ),
}))

builder.prismaObjectFields('Wave', (t) => ({
  proposals: t.relation('proposals', {
    ...readableBy('PROFESSIONAL'),
    description: 'What professionals proposed and it takes up, the earliest first. For professionals.',
    query: { where: { status: 'TAKEN_UP' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
  }),
}))

const ProposalPayload = changedPayload('PROFESSIONAL', 'proposal', ProposalType)

const CreateProposalInput = builder.inputType('CreateProposalInput', {
  description: 'Something to propose for a next wave.',
  fields: (t) => ({
    kind: t.field({ type: ProposalKindEnum, required: true, description: 'What is proposed.' }),
    text: t.string({ required: true, description: 'What it says. Other professionals read it at once.' }),
    showName: t.boolean({ defaultValue: false, description: 'Whether others see your name beside it.' }),
  }),
})

const DecideProposalInput = builder.inputType('DecideProposalInput', {
  description: 'What staff decide on a proposal.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    status: t.field({ type: DecisionEnum, required: true, description: 'Taken up or declined.' }),
    reason: t.string({ required: true, description: 'Why; professionals read it.' }),
    wave: t.string({ description: 'Code of the wave that takes it up.' }),
  }),
})

builder.mutationFields((t) => ({
  createProposal: t.field({
    ...takesPart,
    type: ProposalPayload,
    description: 'Proposes a theme or a question for a next wave. For professionals.',
    args: { input: t.arg({ type: CreateProposalInput, required: true, description: 'The proposal.' }) },
    resolve: (_, { input }, { prisma, caller }) => createProposal(prisma, caller, input),
  }),
  supportProposal: t.field({
    ...takesPart,
    type: ProposalPayload,
    description:
      'Supports a proposal of somebody else, which counts once, or no longer. Nobody sees who supports what. For professionals.',
    args: {
      id: t.arg.id({ required: true, description: 'Its id.' }),
      supports: t.arg.boolean({ defaultValue: true, required: true, description: 'False takes it back.' }),
    },
    resolve: (_, { id, supports }, { prisma, caller }) => supportProposal(prisma, caller, id, supports),
  }),
  removeProposal: t.field({
    ...takesPart,
    type: RemovedPayload,
    description: 'Removes a proposal of your own, until staff decided on it. For professionals.',
    args: versionArguments,
    resolve: (_, read, { prisma, caller }) => removeProposal(prisma, caller, read),
  }),
  eraseProposal: t.field({
    ...readableBy('STAFF'),
    type: RemovedPayload,
    description: 'Removes a proposal that nobody ought to read, whoever made it. For staff.',
    args: versionArguments,
    resolve: (_, read, { prisma }) => eraseProposal(prisma, read),
  }),
  decideProposal: t.field({
    ...readableBy('STAFF'),
    type: ProposalPayload,
    description: 'Takes a proposal up or declines it, with a reason. For staff.',
    args: { input: t.arg({ type: DecideProposalInput, required: true, description: 'The decision.' }) },
    resolve: (_, { input }, { prisma, viewer }) => decideProposal(prisma, viewer, input),
  }),
}))
