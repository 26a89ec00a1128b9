import type { UserProblem } from '../access/user-problem.ts'
import { createAnswerLink, type LinkWithSecret, revokeAnswerLink } from '../collection/answer-links.ts'
import { entryAddress } from '../collection/entry-address.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'
import { shownOnce } from './shown-once.ts'
import { UserErrorType } from './user-error.ts'
import { WaveNode } from './wave.ts'

const AnswerLinkType = builder.prismaObject('AnswerLink', {
  ...readableBy('STAFF'),
  description: 'A link by which many answer a wave, those of an organisation or all.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names it, to revoke it; it does not open it.' }),
    organisation: t.exposeString('organisation', {
      nullable: true,
      description:
        'Category code of the organisation whose people answer by it; null where each says so in the questionnaire.',
    }),
    revoked: t.exposeBoolean('revoked', { description: 'Whether it works no longer.' }),
  }),
})

builder.prismaObjectFields(WaveNode, (t) => ({
  answerLinks: t.relation('answerLinks', {
    ...readableBy('STAFF'),
    description: 'The links by which it is answered, and those revoked. For staff.',
    query: { orderBy: [{ revoked: 'asc' }, { organisation: 'asc' }, { id: 'asc' }] },
  }),
}))

const AnswerLinkPayload = builder.objectRef<LinkWithSecret | UserProblem>('AnswerLinkPayload').implement({
  ...readableBy('STAFF'),
  description: 'A link that was made or revoked, or why it was not.',
  fields: (t) => ({
    answerLink: t.field({
      type: AnswerLinkType,
      nullable: true,
      description: 'As it is now; null where nothing was changed.',
      resolve: (payload) => (payload.kind === 'link' ? payload.link : null),
    }),
    address: t.string({
      ...shownOnce,
      nullable: true,
      description:
        'The new link itself. Keep it now: only a hash is stored, and it is never shown again. Null where none was made.',
      resolve: (payload, _, { url }) =>
        payload.kind === 'link' && payload.secret !== null ? entryAddress(url, payload.secret) : null,
    }),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why nothing was changed; empty where it was.',
      resolve: (payload) => (payload.kind === 'problem' ? [payload] : []),
    }),
  }),
})

const CreateAnswerLinkInput = builder.inputType('CreateAnswerLinkInput', {
  description: 'A link to make.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    organisation: t.string({
      description:
        'Category code of the organisation whose people answer by it; where it is absent, each says so in the questionnaire.',
    }),
  }),
})

builder.mutationFields((t) => ({
  createAnswerLink: t.field({
    ...readableBy('STAFF'),
    type: AnswerLinkPayload,
    description:
      'Makes a link by which many answer a wave, while it is a draft or takes answers. Nothing keeps anybody from answering twice by it. For staff.',
    args: { input: t.arg({ type: CreateAnswerLinkInput, required: true, description: 'For whom.' }) },
    resolve: (_, { input }, { prisma }) => createAnswerLink(prisma, input),
  }),
  revokeAnswerLink: t.field({
    ...readableBy('STAFF'),
    type: AnswerLinkPayload,
    description: 'Revokes a link; what was answered by it stays. For staff.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_, { id }, { prisma }) => revokeAnswerLink(prisma, String(id)),
  }),
}))
