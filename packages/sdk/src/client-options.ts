/** How to reach the service. */
export interface PeoClientOptions {
  /** Address of the service, such as `http://localhost:4000`, or of its GraphQL endpoint. */
  readonly url: string
  /** Sends the requests. Default: the `fetch` of the platform. */
  readonly fetch?: typeof globalThis.fetch
}

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call early. Default: none. */
  readonly signal?: AbortSignal
}
