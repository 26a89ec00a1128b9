import { isBlank } from '../is-blank.ts'

/** Why something that somebody asked to change was not: what a person can act on. */
export interface UserProblem {
  readonly kind: 'problem'
  readonly code:
    | 'INVALID_INPUT'
    | 'UNKNOWN_CLIENT'
    | 'UNKNOWN_ACCOUNT'
    | 'LAST_ACCOUNT'
    | 'UNKNOWN_WAVE'
    | 'UNKNOWN_QUESTION'
    | 'UNKNOWN_ANSWER'
    | 'CONFLICT'
    | 'WRONG_STATE'
    | 'AUDIT_FAILED'
    | 'NOT_FOUND'
  /** The field of the input that it is about. */
  readonly field: string
  readonly message: string
}

/** Makes a problem. */
export function userProblem(code: UserProblem['code'], field: string, message: string): UserProblem {
  return { kind: 'problem', code, field, message }
}

/** What is wrong with a name of somebody or something; undefined where nothing is. */
export function nameProblem(name: string): UserProblem | undefined {
  if (!isBlank(name) && name.length <= 200) return undefined
  return userProblem(
    'INVALID_INPUT',
    'name',
    'The name is empty or longer than 200 characters; give a shorter one.',
  )
}
