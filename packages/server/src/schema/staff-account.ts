import { rotateSigningKeys } from '../access/signing-keys.ts'
import { createStaffAccount, linkAccount, removeStaffAccount } from '../access/staff-accounts.ts'
import { accountPayload } from './account-payload.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const StaffAccountType = builder.prismaObject('StaffAccount', {
  ...readableBy('STAFF'),
  description: 'Somebody who runs the waves.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Identifies the account.' }),
    name: t.exposeString('name', { description: 'The name that colleagues know.' }),
    createdOn: t.field({
      type: 'Date',
      description: 'The day it was made.',
      select: { createdAt: true },
      resolve: ({ createdAt }) => createdAt,
    }),
  }),
})

const StaffAccountPayload = accountPayload(
  'StaffAccountPayload',
  'An account of staff that was changed, or why it was not.',
  StaffAccountType,
)

builder.queryFields((t) => ({
  staffAccounts: t.prismaConnection(
    {
      ...readableBy('STAFF'),
      type: 'StaffAccount',
      cursor: 'id',
      description: 'Who runs the waves, by name. For staff.',
      resolve: (query, _, __, { prisma }) => {
        return prisma.staffAccount.findMany({
          ...query,
          where: { kind: 'STAFF' },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        })
      },
    },
    { ...readableBy('STAFF'), name: 'StaffAccountConnection', description: 'A page of accounts.' },
    { ...readableBy('STAFF'), name: 'StaffAccountEdge', description: 'An account and its cursor.' },
  ),
}))

builder.mutationFields((t) => ({
  createStaffAccount: t.field({
    ...readableBy('STAFF'),
    type: StaffAccountPayload,
    description: 'Makes an account for a colleague, and the link to sign in with first. For staff.',
    args: { name: t.arg.string({ required: true, description: 'The name that colleagues know.' }) },
    resolve: (_, { name }, { prisma, url }) => {
      return createStaffAccount(prisma, url, name)
    },
  }),
  createSignInLink: t.field({
    ...readableBy('STAFF'),
    type: StaffAccountPayload,
    description:
      'Makes a new link for a colleague who has to sign in again, and is signed out everywhere at once; links made before hold no longer. For staff.',
    args: { account: t.arg.id({ required: true, description: 'The id of the account.' }) },
    resolve: (_, { account }, { prisma, url }) => {
      return linkAccount(prisma, url, 'STAFF', String(account))
    },
  }),
  removeStaffAccount: t.field({
    ...readableBy('STAFF'),
    type: StaffAccountPayload,
    description: 'Removes an account, which is signed out everywhere at once. The last one stays. For staff.',
    args: { id: t.arg.id({ required: true, description: 'The id of the account.' }) },
    resolve: (_, { id }, { prisma }) => {
      return removeStaffAccount(prisma, String(id))
    },
  }),
  rotateSigningKeys: t.string({
    ...readableBy('STAFF'),
    description:
      'Publishes a new key for signing tokens, as the service does by itself every 90 days, and tells from when it signs, such as 2026-11-26T18:00:00.000Z. Tokens signed before stay valid until they expire. For staff.',
    resolve: async (_, __, { prisma }) => {
      return (await rotateSigningKeys(prisma)).toISOString()
    },
  }),
}))
