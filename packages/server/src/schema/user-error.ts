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
    UNKNOWN_QUESTION: { description: 'The wave does not ask this.' },
    UNKNOWN_ANSWER: { description: 'There is no such open answer.' },
    CONFLICT: { description: 'Somebody else changed it since it was read; read it again.' },
    WRONG_STATE: { description: 'The wave is not in a state in which this can be done.' },
    AUDIT_FAILED: { description: 'The release plan would not protect everyone.' },
    UNKNOWN_WAVE: { description: 'There is no such wave that the viewer may know of.' },
    NOT_FOUND: { description: 'There is nothing with that id that the viewer may change.' },
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
