import type { AnyPeoError } from '@peo/sdk'

/** What somebody at the command line can do about an error. */
export function remedyOf(error: AnyPeoError): string {
  switch (error.code) {
    case 'UNKNOWN_WAVE':
    case 'BREAKDOWN_NOT_RELEASED':
      return 'peo waves lists the waves; logged in, it may list more.'
    case 'UNKNOWN_VARIABLE':
      return 'peo variables lists them.'
    case 'UNAUTHENTICATED':
      return 'Log in anew: peo login.'
    case 'RATE_LIMITED':
      return error.retryAfter === null ? 'Try later.' : `Try again in ${error.retryAfter} seconds.`
    case 'INTERNAL_SERVER_ERROR':
      return error.requestId === null ? 'Try later.' : `Try later, or tell staff: ${error.requestId}.`
    default:
      return error.remedy
  }
}
