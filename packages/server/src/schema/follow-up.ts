import { changeFollowUp, createFollowUp, removeFollowUp } from '../follow-up/recommendations.ts'
import { BilingualInput } from './bilingual.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { readableBy } from './readable-by.ts'
import { FollowUpType } from './recommendation.ts'

const FollowUpPayload = changedPayload('STAFF', 'followUp', FollowUpType)

const CreateFollowUpInput = builder.inputType('CreateFollowUpInput', {
  description: 'A note on what became of a recommendation.',
  fields: (t) => ({
    recommendation: t.id({ required: true, description: 'Id of the recommendation.' }),
    text: t.field({ type: BilingualInput, required: true, description: 'What it says.' }),
    wave: t.string({ description: 'Code of the later wave in which it showed.' }),
  }),
})

const ChangeFollowUpInput = builder.inputType('ChangeFollowUpInput', {
  description: 'What is to be different in a note on a recommendation; the rest stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    text: t.field({ type: BilingualInput, description: 'What it says.' }),
    wave: t.string({ description: 'Code of the later wave in which it showed; null for none.' }),
  }),
})

builder.mutationFields((t) => ({
  createFollowUp: t.field({
    ...readableBy('STAFF'),
    type: FollowUpPayload,
    description:
      'Notes what became of a recommendation; everyone reads it who reads the recommendation. For staff.',
    args: { input: t.arg({ type: CreateFollowUpInput, required: true, description: 'The note.' }) },
    resolve: (_, { input }, { prisma, viewer }) => createFollowUp(prisma, viewer, input),
  }),
  changeFollowUp: t.field({
    ...readableBy('STAFF'),
    type: FollowUpPayload,
    description: 'Changes a note on a recommendation. For staff.',
    args: { input: t.arg({ type: ChangeFollowUpInput, required: true, description: 'The change.' }) },
    resolve: (_, { input }, { prisma, viewer }) => changeFollowUp(prisma, viewer, input),
  }),
  removeFollowUp: t.field({
    ...readableBy('STAFF'),
    type: RemovedPayload,
    description: 'Removes a note on a recommendation for good. For staff.',
    args: versionArguments,
    resolve: (_, read, { prisma }) => removeFollowUp(prisma, read),
  }),
}))
