import { createAccount, linkAccount, removeProfessionalAccount } from '../access/staff-accounts.ts'
import { accountPayload } from './account-payload.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const ProfessionalAccountType = builder.prismaObject('StaffAccount', {
  variant: 'ProfessionalAccount',
  ...readableBy('STAFF'),
  description: 'A professional who takes part in what follows from results.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies the account.' }),
    name: t.exposeString('name', {
      description: 'The name that others see beside what they say, if they choose to show it.',
    }),
    createdOn: t.field({
      type: 'Date',
      description: 'The day it was made.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
})

const ProfessionalAccountPayload = accountPayload(
  'ProfessionalAccountPayload',
  'An account of a professional that was changed, or why it was not.',
  ProfessionalAccountType,
)

builder.queryFields((t) => ({
  professionalAccounts: t.prismaConnection(
    {
      ...readableBy('STAFF'),
      type: ProfessionalAccountType,
      cursor: 'id',
      description: 'The professionals who take part, by name. For staff.',
      resolve: (query, _, __, { prisma }) =>
        prisma.staffAccount.findMany({
          ...query,
          where: { kind: 'PROFESSIONAL' },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    },
    { ...readableBy('STAFF'), name: 'ProfessionalAccountConnection', description: 'A page of accounts.' },
    { ...readableBy('STAFF'), name: 'ProfessionalAccountEdge', description: 'An account and its cursor.' },
  ),
}))

builder.mutationFields((t) => ({
  createProfessionalAccount: t.field({
    ...readableBy('STAFF'),
    type: ProfessionalAccountPayload,
    description: 'Makes an account for a professional, and the link to sign in with first. For staff.',
    args: { name: t.arg.string({ required: true, description: 'The name of the professional.' }) },
    resolve: (_, { name }, { prisma, url }) => createAccount(prisma, url, 'PROFESSIONAL', name),
  }),
  createProfessionalSignInLink: t.field({
    ...readableBy('STAFF'),
    type: ProfessionalAccountPayload,
    description:
      'Makes a new link for a professional who has to sign in again, and is signed out everywhere at once; links made before hold no longer. For staff.',
    args: { account: t.arg.id({ required: true, description: 'The id of the account.' }) },
    resolve: (_, { account }, { prisma, url }) => linkAccount(prisma, url, 'PROFESSIONAL', account),
  }),
  removeProfessionalAccount: t.field({
    ...readableBy('STAFF'),
    type: ProfessionalAccountPayload,
    description:
      'Removes an account, which is signed out everywhere at once. What the professional said stays, without a name; what they supported does not count any longer. For staff.',
    args: { id: t.arg.id({ required: true, description: 'The id of the account.' }) },
    resolve: (_, { id }, { prisma }) => removeProfessionalAccount(prisma, id),
  }),
}))
