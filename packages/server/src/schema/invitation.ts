import type { UserProblem } from '../access/user-problem.ts'
import {
  createInvitations,
  type MadeInvitations,
  mostInvitations,
  type RevokedInvitations,
  revokeInvitations,
} from '../collection/invitations.ts'
import { invitationsCsv } from '../collection/invitations-csv.ts'
import { builder } from './builder.ts'
import { languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'
import { shownOnce } from './shown-once.ts'
import { UserErrorType } from './user-error.ts'
import { WaveNode } from './wave.ts'

type Payload = MadeInvitations | RevokedInvitations | UserProblem

const InvitationsPayload = builder.objectRef<Payload>('InvitationsPayload').implement({
  ...readableBy('STAFF'),
  description: 'Invitations that were made or revoked, or why none were.',
  fields: (t) => ({
    csv: t.string({
      ...shownOnce,
      nullable: true,
      description:
        'The codes that were made and their links, as a CSV file for mailing. Keep it now: only hashes are stored, and it is never shown again. Null where none were made.',
      args: languageArgument,
      resolve: (payload, { language }, { url }) =>
        payload.kind === 'invitations' ? invitationsCsv(url, payload, language) : null,
    }),
    wave: t.prismaField({
      type: WaveNode,
      nullable: true,
      description: 'The wave as it is now; null where nothing was changed.',
      resolve: (query, payload, _, { prisma }) =>
        payload.kind === 'problem'
          ? null
          : prisma.wave.findUnique({ ...query, where: { id: payload.wave.id } }),
    }),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why nothing was changed; empty where it was.',
      resolve: (payload) => (payload.kind === 'problem' ? [payload] : []),
    }),
  }),
})

const CreateInvitationsInput = builder.inputType('CreateInvitationsInput', {
  description: 'Invitations to make.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    number: t.int({
      required: true,
      description: `How many: 1 to ${mostInvitations} at once; ask again for more.`,
    }),
    organisation: t.string({
      description:
        'Category code of the organisation they are for, which is then not asked; where it is absent, each says so in the questionnaire.',
    }),
  }),
})

const RevokeInvitationsInput = builder.inputType('RevokeInvitationsInput', {
  description: 'Invitations to revoke.',
  fields: (t) => ({
    wave: t.string({ required: true, description: 'Code of the wave.' }),
    organisation: t.string({
      description: 'Category code of the organisation they are for; all where it is absent.',
    }),
  }),
})

builder.mutationFields((t) => ({
  createInvitations: t.field({
    ...readableBy('STAFF'),
    type: InvitationsPayload,
    description:
      'Makes codes by which a professional answers a wave once, while it is a draft or takes answers. Where more were made than `invited` says, it says that many from then on. For staff.',
    args: { input: t.arg({ type: CreateInvitationsInput, required: true, description: 'How many.' }) },
    resolve: (_, { input }, { prisma }) => createInvitations(prisma, input),
  }),
  revokeInvitations: t.field({
    ...readableBy('STAFF'),
    type: InvitationsPayload,
    description:
      'Revokes the codes of a wave that nobody used yet; how many is not told, for it would tell who answered. `invited` stays. For staff.',
    args: { input: t.arg({ type: RevokeInvitationsInput, required: true, description: 'Which.' }) },
    resolve: (_, { input }, { prisma }) => revokeInvitations(prisma, input),
  }),
}))
