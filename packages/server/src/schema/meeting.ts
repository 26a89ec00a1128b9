import { changeMeeting, createMeeting, removeMeeting } from '../follow-up/meetings.ts'
import { unlessWithdrawn } from '../follow-up/published-for.ts'
import { builder } from './builder.ts'
import { changedPayload, RemovedPayload, versionArguments } from './changed.ts'
import { readableBy } from './readable-by.ts'

const MeetingKindEnum = builder.enumType('MeetingKind', {
  description: 'Who met.',
  values: {
    WORKING_GROUP: { description: 'The working group of professionals.' },
    WEBINAR: { description: 'Whoever came to a webinar.' },
  },
})

const MeetingType = builder.prismaObject('Meeting', {
  ...readableBy('EVERYONE'),
  description: 'Where results of a wave were talked over.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies it.' }),
    kind: t.expose('kind', { type: MeetingKindEnum, description: 'Who met.' }),
    heldOn: t.expose('heldOn', {
      type: 'Date',
      nullable: true,
      description: 'The day; null where it is not known.',
    }),
    attending: t.exposeInt('attending', {
      nullable: true,
      description: 'How many attended; null where it is not known.',
    }),
    version: t.exposeInt('version', { description: 'Give it with a change.' }),
  }),
})

builder.prismaObjectFields('Wave', (t) => ({
  meetings: t.relation('meetings', {
    description: 'Where its results were talked over, the earliest first.',
    query: (_, { viewer }) => ({
      where: unlessWithdrawn(viewer),
      orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
    }),
  }),
}))

const MeetingPayload = changedPayload('STAFF', 'meeting', MeetingType)

const described = {
  kind: { type: MeetingKindEnum, description: 'Who met.' },
  heldOn: { type: 'Date' as const, description: 'The day.' },
  attending: { description: 'How many attended.' },
}

const CreateMeetingInput = builder.inputType('CreateMeetingInput', {
  description: 'A meeting to name on a wave.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    kind: t.field({ ...described.kind, required: true }),
    heldOn: t.field(described.heldOn),
    attending: t.int(described.attending),
  }),
})

const ChangeMeetingInput = builder.inputType('ChangeMeetingInput', {
  description: 'What is to be different in a meeting; the rest stays. Null takes a day or a number away.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Its id.' }),
    version: t.int({ required: true, description: 'The version that you read.' }),
    kind: t.field(described.kind),
    heldOn: t.field(described.heldOn),
    attending: t.int(described.attending),
  }),
})

builder.mutationFields((t) => ({
  createMeeting: t.field({
    ...readableBy('STAFF'),
    type: MeetingPayload,
    description: 'Names a meeting on a wave. For staff.',
    args: { input: t.arg({ type: CreateMeetingInput, required: true, description: 'The meeting.' }) },
    resolve: (_, { input }, { prisma, viewer }) => createMeeting(prisma, viewer, input),
  }),
  changeMeeting: t.field({
    ...readableBy('STAFF'),
    type: MeetingPayload,
    description: 'Changes what is said of a meeting. For staff.',
    args: { input: t.arg({ type: ChangeMeetingInput, required: true, description: 'The change.' }) },
    resolve: (_, { input }, { prisma }) => changeMeeting(prisma, input),
  }),
  removeMeeting: t.field({
    ...readableBy('STAFF'),
    type: RemovedPayload,
    description: 'Takes a meeting off its wave for good. For staff.',
    args: versionArguments,
    resolve: (_, read, { prisma }) => removeMeeting(prisma, read),
  }),
}))
