import type { UserProblem } from '../access/user-problem.ts'
import { builder } from './builder.ts'
import { readableBy } from './readable-by.ts'

const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'What kind of thing is wrong with what somebody asked to change.',
  values: {
    INVALID_INPUT: { description: 'A value does not do.' },
    UNKNOWN_CLIENT: { description: 'There is no such client, or it is revoked.' },
    UNKNOWN_ACCOUNT: { description: 'There is no such account.' },
    LAST_ACCOUNT: { description: 'It is the only account of staff.' },
    UNKNOWN_WAVE: { description: 'There is no such wave that the viewer may know of.' },
    NOT_FOUND: { description: 'There is nothing with that id that the viewer may change.' },
    CONFLICT: { description: 'Somebody else changed it since it was read.' },
  },
})

/** Why a change was not made. */
export const UserErrorType = builder.objectRef<UserProblem>('UserError').implement({
  ...readableBy('PROFESSIONAL'),
  description: 'Why a change was not made.',
  fields: (t) => ({
    code: t.expose('code', { type: UserErrorCode, description: 'For programs.' }),
    field: t.exposeString('field', { description: 'The field of the input that it is about.' }),
    message: t.exposeString('message', { description: 'For people: what is wrong, and the way out.' }),
  }),
})
