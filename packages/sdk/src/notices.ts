/** A try that is about to be sent. */
export interface RequestNotice {
  /** Name of the operation; null where it has none, and `token` where a token is asked. */
  readonly operation: string | null
  /** 1 for the first. */
  readonly attempt: number
  /** To add to, such as `traceparent`. The client puts its own in afterwards. */
  readonly headers: Headers
}

/** A try that failed, and will be followed by another. */
export interface RetryNotice {
  /** Name of the operation; null where it has none, and `token` where a token is asked. */
  readonly operation: string | null
  /** The try that failed: 1 for the first. */
  readonly attempt: number
  /** Milliseconds until the next. */
  readonly delay: number
  /** HTTP status of the answer; null where there was none. */
  readonly status: number | null
}

/** What the service says of something that will go away. */
export interface DeprecationNotice {
  /** Name of the operation; null where it has none. */
  readonly operation: string | null
  /** Since when: the `Deprecation` header (RFC 9745); null where it is not a date. */
  readonly since: Date | null
  /** When it goes away: the `Sunset` header (RFC 8594); null where nothing is said. */
  readonly sunset: Date | null
  /** Where to read more: the `Link` of relation `deprecation`; null where there is none. */
  readonly link: string | null
}
