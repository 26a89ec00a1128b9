import { unexpectedFailure } from '../plugins/unexpected-failure.ts'

const known = new WeakMap<Error, ReturnType<typeof unexpectedFailure>>()

/** What a reader is told of a failure within the issuer's library, which speaks of each more than once: it is one in the log. */
export function issuerFailure(error: Error): ReturnType<typeof unexpectedFailure> {
  const failure = known.get(error) ?? unexpectedFailure(error)
  known.set(error, failure)
  return failure
}
