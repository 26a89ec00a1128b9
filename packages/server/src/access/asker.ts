/** The value of a request's header by its name in lower case, or null. */
export type HeaderOf = (name: string) => string | null

/** A request, as far as it tells who asks. */
export interface Asker {
  /** One object per request, the same in every step of it. */
  readonly request: object
  readonly headerOf: HeaderOf
  /** The network address the request came from. */
  readonly address: string
}
