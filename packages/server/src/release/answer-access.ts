import type { Viewer } from '../context.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** Why somebody may not read the anonymised answers; undefined when they may. */
export function refuseAnswers({ role }: Viewer): RequestError | undefined {
  if (role !== 'EVERYONE') return undefined
  const message =
    'The anonymised answers are for researchers and staff. Sign in as one of them; tables are open to everyone.'
  return requestError('UNAUTHENTICATED', message)
}
