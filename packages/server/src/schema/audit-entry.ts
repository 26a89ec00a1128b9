import type { Prisma } from '../generated/prisma/client.ts'
import type { AuditAction } from '../generated/prisma/enums.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const AuditActionEnum = builder.enumType('AuditAction', {
  description: 'What somebody did, as the audit log has it.',
  values: {
    TABLE: { description: 'Asked for a table, or as staff for the preview of a release.' },
    FILE: { description: 'Asked for answers one by one: anonymised ones, or as staff open ones to review.' },
    MUTATION: { description: 'Changed something, or tried to.' },
    REFUSAL: { description: 'Asked for what is not for them, or for too much.' },
  } satisfies Record<AuditAction, object>,
})

const AuditEntryType = builder.prismaObject('AuditEntry', {
  ...readableBy('STAFF'),
  description: 'Who asked or changed what, and when; never what the answer was.',
  fields: (t) => ({
    id: t.id({ description: 'Identifies the entry.', select: { id: true }, resolve: ({ id }) => String(id) }),
    at: t.string({
      description: 'When, to the second, such as 2026-11-26T18:00:00.000Z.',
      select: { at: true },
      resolve: ({ at }) => at.toISOString(),
    }),
    account: t.exposeString('account', {
      nullable: true,
      description:
        'The OAuth client id or the id of the account of staff; `command line` for commands on the machine of the service, `service` for what it does itself when it starts; null without signing in.',
    }),
    role: t.exposeString('role', { description: 'As what they asked.' }),
    action: t.expose('action', { type: AuditActionEnum, description: 'What they did.' }),
    subject: t.exposeString('subject', {
      description:
        'The table, file or mutation, such as `crosstab`; of a refusal, what was refused, or `others`.',
    }),
    waves: t.exposeStringList('waves', { description: 'Codes of the waves it is about.' }),
    asked: t.string({
      description:
        'What they gave with it, as JSON; of mutations without secrets. Of what was refused, the tables and waves.',
      select: { asked: true },
      resolve: ({ asked }) => JSON.stringify(asked),
    }),
    format: t.exposeString('format', { description: 'How the answer was to come, such as `csv`.' }),
    digests: t.exposeStringList('digests', { description: 'Digests of the releases it was made from.' }),
    refusal: t.exposeString('refusal', {
      nullable: true,
      description: 'The code of the error that refused it; null where it was answered.',
    }),
    times: t.exposeInt('times', {
      description: 'How often they did the same within a second or so; of refusals, within a minute.',
    }),
  }),
})

const AuditFilter = builder.inputType('AuditFilter', {
  description: 'Which entries of the audit log: those that fit all that is given.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day (UTC).' }),
    to: t.field({ type: 'Date', description: 'The last day (UTC).' }),
    account: t.string({
      description: 'The OAuth client id or the id of the account, `command line` or `service`.',
    }),
    action: t.field({ type: AuditActionEnum, description: 'What was done.' }),
    wave: t.string({ description: 'Code of a wave it is about.' }),
  }),
})

const day = 24 * 3600 * 1000

function entriesWhere({
  from,
  to,
  account,
  action,
  wave,
}: typeof AuditFilter.$inferInput): Prisma.AuditEntryWhereInput {
  return {
    at: { ...(from && { gte: from }), ...(to && { lt: new Date(to.getTime() + day) }) },
    ...(account != null && { account }),
    ...(action != null && { action }),
    ...(wave != null && { waves: { has: wave } }),
  }
}

builder.queryFields((t) => ({
  auditLog: t.prismaConnection(
    {
      ...readableBy('STAFF'),
      type: AuditEntryType,
      cursor: 'id',
      description:
        'Who asked or changed what, the latest first; kept for `AUDIT_LOG_DAYS` days. What was just done shows a second later. For staff.',
      args: { filter: t.arg({ type: AuditFilter, description: 'Which entries; all without it.' }) },
      resolve: (query, _, { filter }, { prisma }) =>
        prisma.auditEntry.findMany({ ...query, where: entriesWhere(filter ?? {}), orderBy: { id: 'desc' } }),
    },
    { ...readableBy('STAFF'), name: 'AuditEntryConnection', description: 'A page of the audit log.' },
    { ...readableBy('STAFF'), name: 'AuditEntryEdge', description: 'An entry and its cursor.' },
  ),
}))
