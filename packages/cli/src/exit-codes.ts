import { isPeoError, type PeoErrorCode } from '@peo/sdk'

/** What a script can tell from how the command ended. */
export const exitCodes = {
  done: 0,
  /** Nobody foresaw it. */
  unexpected: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** There is no such thing, or it is not released: the same question fails again. */
  refused: 3,
  /** You may not: sign in, or ask staff. */
  access: 4,
  /** The service is away or busy: the same question may do later. */
  later: 5,
  /** Some of a file is wrong, and nothing of it was imported. */
  data: 6,
} as const

const codes: Readonly<Record<PeoErrorCode, number>> = {
  UNKNOWN_WAVE: exitCodes.refused,
  UNKNOWN_VARIABLE: exitCodes.refused,
  BREAKDOWN_NOT_RELEASED: exitCodes.refused,
  INVALID_INPUT: exitCodes.refused,
  TOO_COSTLY: exitCodes.refused,
  GRAPHQL_VALIDATION_FAILED: exitCodes.refused,
  UNAUTHENTICATED: exitCodes.access,
  FORBIDDEN: exitCodes.access,
  RATE_LIMITED: exitCodes.later,
  NETWORK: exitCodes.later,
  TIMEOUT: exitCodes.later,
  INTERNAL_SERVER_ERROR: exitCodes.later,
  REPEATED_CURSOR: exitCodes.unexpected,
}

/** An error of the command itself, with how it ends. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly exitCode: number

  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

/** How a command ends that the service answered with this code. */
export function exitCodeOfCode(code: string | undefined): number {
  return codes[code as PeoErrorCode] ?? exitCodes.unexpected
}

/** How a command ends that was answered with this HTTP status, and nothing that says more: by another than the service. */
export const exitCodeOfStatus = (status: number): number =>
  status === 401 || status === 403 ? exitCodes.access : exitCodes.later

/** How a command ends that failed so. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommandError) return error.exitCode
  if (!isPeoError(error)) return exitCodes.unexpected
  return codes[error.code]
}
