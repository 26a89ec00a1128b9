import type { ObjectRef } from '@pothos/core'
import type { Role } from '../access/may-read.ts'
import type { UserProblem } from '../access/user-problem.ts'
import type { Changed, Removed } from '../follow-up/changed.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'
import { UserErrorType } from './user-error.ts'

/** The payload of what makes or changes an object: the object under `item`, or why nothing was changed. */
export function changedPayload<Row extends object>(
  least: Role,
  item: string,
  type: ObjectRef<typeof builder.$inferSchemaTypes, Row>,
) {
  const payload = builder.objectRef<Changed<Row> | UserProblem>(
    `${item.charAt(0).toUpperCase()}${item.slice(1)}Payload`,
  )
  return payload.implement({
    ...readableBy(least),
    description: 'What was made or changed, or why nothing was.',
    fields: (t) => ({
      [item]: t.field({
        type,
        nullable: true,
        description: 'As it is now; null where nothing was changed.',
        // Of an open type, Pothos cannot tell whether it is a list.
        resolve: (one) => (one.kind === 'changed' ? one.row : null) as never,
      }),
      errors: t.field({
        type: [UserErrorType],
        description: 'Why nothing was changed; empty where it was.',
        resolve: (one) => (one.kind === 'problem' ? [one] : []),
      }),
    }),
  })
}

/** The payload of what removes an object. */
export const RemovedPayload = builder.objectRef<Removed | UserProblem>('RemovedPayload').implement({
  ...readableBy('PROFESSIONAL'),
  description: 'What was removed, or why nothing was.',
  fields: (t) => ({
    removedId: t.id({
      nullable: true,
      description: 'The id of what is gone; null where nothing is.',
      resolve: (one) => (one.kind === 'removed' ? one.id : null),
    }),
    errors: t.field({
      type: [UserErrorType],
      description: 'Why nothing was removed; empty where it was.',
      resolve: (one) => (one.kind === 'problem' ? [one] : []),
    }),
  }),
})

/** The arguments of what changes a row as it was read. */
export const versionArguments = builder.args((t) => ({
  id: t.id({ required: true, description: 'Its id.' }),
  version: t.int({
    required: true,
    description: 'The version that you read: of another, nothing is changed.',
  }),
}))
