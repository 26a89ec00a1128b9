import { type ClientWithSecret, createClient, replaceClientSecret, revokeClient } from '../access/clients.ts'
import type { UserProblem } from '../access/user-problem.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'
import { shownOnce } from './shown-once.ts'
import { UserErrorType } from './user-error.ts'

const ClientRoleEnum = builder.enumType('ClientRole', {
  description: 'As what a program reads.',
  values: {
    PARTNER: { description: 'Tables for partners: the scope `results:read`.' },
    RESEARCHER: { description: 'The anonymised answers too: also the scope `microdata:read`.' },
  },
})

const ClientType = builder.prismaObject('Client', {
  ...readableBy('STAFF'),
  description: 'A program that reads for a partner organisation or for researchers.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The OAuth client id, for `/oauth/token`.' }),
    name: t.exposeString('name', { description: 'What staff call it.' }),
    role: t.expose('role', { type: ClientRoleEnum, description: 'As what it reads.' }),
    organisation: t.exposeString('organisation', {
      nullable: true,
      description: 'Category code of the partner organisation it reads for.',
    }),
    createdOn: t.field({
      type: 'Date',
      description: 'The day it was made.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt,
    }),
    revokedOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day it was revoked; null while it holds.',
      select: { revokedAt: true },
      resolve: ({ revokedAt }) => revokedAt,
    }),
  }),
})

const ClientPayload = builder.objectRef<ClientWithSecret | UserProblem>('ClientPayload').implement({
  ...readableBy('STAFF'),
  description: 'A client that was changed, or why it was not.',
  fields: (t) => ({
    client: t.field({
      type: ClientType,
      nullable: true,
      description: 'The client as it is now; null where nothing was changed.',
      resolve: (payload) => (payload.kind === 'client' ? payload.client : null),
    }),
    secret: t.string({
      ...shownOnce,
      nullable: true,
      description: 'Its new secret. Keep it now: it is stored nowhere, and never shown again.',
      resolve: (payload) => (payload.kind === 'client' ? payload.secret : null),
    }),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why nothing was changed; empty where it was.',
      resolve: (payload) => (payload.kind === 'problem' ? [payload] : []),
    }),
  }),
})

const CreateClientInput = builder.inputType('CreateClientInput', {
  description: 'A client to make.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What staff call it.' }),
    role: t.field({ type: ClientRoleEnum, required: true, description: 'As what it reads.' }),
    organisation: t.string({
      description: 'Category code of the partner organisation it reads for, such as `org_c`.',
    }),
    publicKey: t.string({
      description:
        'The public key it signs its requests for tokens with (`private_key_jwt`), a JSON Web Key as text. Without it, the client gets a secret.',
    }),
  }),
})

builder.queryFields((t) => ({
  clients: t.prismaConnection(
    {
      ...readableBy('STAFF'),
      type: 'Client',
      cursor: 'id',
      description: 'The programs that may ask for tokens, and those revoked; the latest first. For staff.',
      resolve: (query, _, __, { prisma }) => {
        return prisma.client.findMany({ ...query, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
      },
    },
    { ...readableBy('STAFF'), name: 'ClientConnection', description: 'A page of clients.' },
    { ...readableBy('STAFF'), name: 'ClientEdge', description: 'A client and its cursor.' },
  ),
}))

builder.mutationFields((t) => ({
  createClient: t.field({
    ...readableBy('STAFF'),
    type: ClientPayload,
    description: 'Makes a client for a partner or a researcher. For staff.',
    args: { input: t.arg({ type: CreateClientInput, required: true, description: 'The client.' }) },
    resolve: (_, { input }, { prisma }) => {
      return createClient(prisma, input)
    },
  }),
  replaceClientSecret: t.field({
    ...readableBy('STAFF'),
    type: ClientPayload,
    description:
      'Gives a client a new secret, in place of its old one or its key, which hold no longer. For staff.',
    args: { id: t.arg.id({ required: true, description: 'The client id.' }) },
    resolve: (_, { id }, { prisma }) => {
      return replaceClientSecret(prisma, String(id))
    },
  }),
  revokeClient: t.field({
    ...readableBy('STAFF'),
    type: ClientPayload,
    description: 'Revokes a client, and all tokens it has, at once and for ever. For staff.',
    args: { id: t.arg.id({ required: true, description: 'The client id.' }) },
    resolve: (_, { id }, { prisma }) => {
      return revokeClient(prisma, String(id))
    },
  }),
}))
