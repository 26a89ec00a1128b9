import type { DeprecationNotice } from './notices.ts'

/** Reads what an answer's headers say of deprecation (RFC 9745, RFC 8594); undefined where they say nothing. */
export function deprecationNotice(operation: string | null, headers: Headers): DeprecationNotice | undefined {
  const deprecation = headers.get('deprecation')
  if (deprecation === null) return
  const seconds = /^@(-?\d+)$/.exec(deprecation)?.[1]
  return {
    operation,
    since: dateOf(seconds === undefined ? deprecation : Number(seconds) * 1000),
    sunset: dateOf(headers.get('sunset') ?? ''),
    link: /<([^>]*)>[^,]*;\s*rel="?deprecation\b/.exec(headers.get('link') ?? '')?.[1] ?? null,
  }
}

function dateOf(value: string | number): Date | null {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date
}
