import type { CallOptions, PeoClientOptions } from './client-options.ts'
import { type Send, sender } from './sender.ts'
import type { Survey } from './survey.ts'
import type { TypedDocument } from './typed-document.ts'

/**
 * The connection to a PEO results service, which the functions beside it take: `crosstab(peo, { … })`. A program made
 * of it and some functions is smaller than one of `PeoClient`, which has them all as methods.
 */
export class PeoCore<S extends Survey = Survey> {
  /** Carries the type of the survey; there is nothing at run time. */
  declare readonly __survey?: S
  readonly #send: Send

  /** @throws TypeError when half of the credentials is missing */
  constructor(options: PeoClientOptions) {
    this.#send = sender(options)
  }

  /**
   * Your own document. A typed document types the result and the variables; a plain string leaves both unknown. One
   * request, tried again where that helps; what has the word `mutation` or `subscription` anywhere in it only with an
   * `idempotencyKey`.
   *
   * @throws PeoError
   */
  async query<Result = unknown, Variables = Record<string, unknown>>(
    document: TypedDocument<Result, Variables>,
    ...[variables, call]: Record<string, never> extends Variables
      ? [variables?: Variables, call?: CallOptions]
      : [variables: Variables, call?: CallOptions]
  ): Promise<Result> {
    return (await this.#send(document.toString(), variables ?? {}, call ?? {})) as Result
  }
}
