import { accountName } from '../access/account-name.ts'
import type { Viewer } from '../context.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const RoleEnum = builder.enumType('Role', {
  description: 'As what somebody uses the service.',
  values: {
    EVERYONE: { description: 'Without signing in.' },
    PROFESSIONAL: { description: 'Takes part in what follows from results.' },
    PARTNER: { description: 'Reads for an organisation that takes part.' },
    RESEARCHER: { description: 'May read the anonymised answers too.' },
    STAFF: { description: 'Runs the waves.' },
  },
})

const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  ...readableBy('EVERYONE'),
  description: 'Who asks, as the service sees it.',
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'The role that decides what is shown.' }),
    organisation: t.exposeString('organisation', {
      nullable: true,
      description: 'Category code of the partner organisation that somebody reads for.',
    }),
    name: t.string({
      nullable: true,
      description: 'What the client or the account is called; null without signing in.',
      resolve: (_, __, { prisma, caller }) => accountName(prisma, caller.account),
    }),
  }),
})

builder.queryFields((t) => ({
  viewer: t.field({
    ...readableBy('EVERYONE'),
    type: ViewerType,
    description: 'Who asks, as the service sees it.',
    resolve: (_, __, { viewer }) => viewer,
  }),
}))
