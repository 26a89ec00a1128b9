import { expect } from 'vitest'

/** What a call fails with. */
export const failureOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail('it did not fail'),
    (error: Error) => error,
  )
