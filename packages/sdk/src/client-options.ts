/** How to reach the service. */
export interface PeoClientOptions {
  /** Address of the GraphQL endpoint, such as `http://localhost:4000/graphql`. */
  readonly url: string
  /** Sends the requests. Default: the `fetch` of the platform. */
  readonly fetch?: typeof globalThis.fetch
}

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call early. Default: none. */
  readonly signal?: AbortSignal
}
