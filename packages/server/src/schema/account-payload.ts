import type { ObjectRef } from '@pothos/core'
import type { AccountWithLink } from '../access/staff-accounts.ts'
import type { UserProblem } from '../access/user-problem.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'
import { shownOnce } from './shown-once.ts'
import { UserErrorType } from './user-error.ts'

/** The payload of what makes or changes an account: the account as `type`, or why nothing was changed. */
export function accountPayload(
  name: string,
  description: string,
  type: ObjectRef<typeof builder.$inferSchemaTypes, AccountWithLink['account']>,
) {
  return builder.objectRef<AccountWithLink | UserProblem>(name).implement({
    ...readableBy('STAFF'),
    description,
    fields: (t) => ({
      account: t.field({
        type,
        nullable: true,
        description: 'The account; null where nothing was changed.',
        // Of an open type, Pothos cannot tell whether it is a list.
        resolve: (payload) => (payload.kind === 'account' ? payload.account : null) as never,
      }),
      signInLink: t.string({
        ...shownOnce,
        nullable: true,
        description:
          'A link that signs the account in once, within a day. Hand it over now: it is stored nowhere, and never shown again.',
        resolve: (payload) => (payload.kind === 'account' ? payload.link : null),
      }),
      errors: t.field({
        type: [UserErrorType],
        description: 'Why nothing was changed; empty where it was.',
        resolve: (payload) => (payload.kind === 'problem' ? [payload] : []),
      }),
    }),
  })
}
