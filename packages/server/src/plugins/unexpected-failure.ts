import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import { maskError } from 'graphql-yoga'
import { logLine } from '../log-line.ts'

/** What a reader is told of a failure that nobody foresaw. */
interface UnexpectedFailure {
  readonly message: string
  readonly extensions: {
    readonly code: 'INTERNAL_SERVER_ERROR'
    /** Finds the failure in the log. */
    readonly errorId: string
    /** To Yoga: answer with status 500. */
    readonly unexpected: true
  }
}

/** Writes a failure to the log, and gives what its reader may know of it. */
export function unexpectedFailure(error: unknown): UnexpectedFailure {
  const errorId = randomUUID()
  const message = `Unexpected error. Ask staff what it was: the log has it as ${errorId}.`
  const failure = {
    message,
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId, unexpected: true },
  } as const
  // Nobody is there to be told.
  if (isHangUp(error)) return failure
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error)
  logLine('error', { errorId, error: told })
  return failure
}

/** Whether a reader went away before their request was whole. */
function isHangUp(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown }
  return code === 'ECONNRESET' && message === 'aborted'
}

/** Lets errors pass that are meant for readers, and hides the others behind an id. */
export function maskUnexpected(error: unknown, message: string): Error {
  const masked = maskError(error, message, false) as GraphQLError
  if (masked === error) return inContract(masked)
  const { message: told, extensions } = unexpectedFailure(causeOf(error))
  return new GraphQLError(told, {
    path: masked.path ?? null,
    extensions: { ...masked.extensions, ...extensions },
  })
}

/** What the server's library says of requests that are none, and of operations that are not there. */
const ofLibrary: readonly unknown[] = ['BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE']

function inContract(error: GraphQLError): GraphQLError {
  const { message, extensions, path, nodes, source, positions, originalError } = error
  if (!ofLibrary.includes(extensions?.code)) return error
  return new GraphQLError(message, {
    path: path ?? null,
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    originalError: originalError ?? null,
    extensions: { ...extensions, code: 'INVALID_INPUT' },
  })
}

const causeOf = (error: unknown) => (error instanceof GraphQLError ? (error.originalError ?? error) : error)
