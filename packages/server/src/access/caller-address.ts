import { isIPv6 } from 'node:net'
import type { Asker } from './asker.ts'

/** An address with a port, as some proxies write it; one of IPv6 is in brackets then. */
const port = /^\[?(?<address>(?<=\[)[^\]]+(?=\])|[^:[\]]+(?=:\d+$))\]?(:\d+)?$/

/**
 * The address that a request came from. Of `X-Forwarded-For`, anybody can write the first part: what counts is what the
 * trusted proxies wrote, each one address at the end.
 *
 * @param trustedProxies how many proxies stand in front of the service; with none, the header is not read
 */
export function callerAddress({ address, headerOf }: Asker, trustedProxies: number): string {
  const forwarded = trustedProxies > 0 ? (headerOf('x-forwarded-for') ?? '').split(',') : []
  const last = forwarded.at(-trustedProxies)?.trim().replace(port, '$<address>')
  return (last || address).replace(/^::ffff:(?=\d+\.)/i, '')
}

/** What is counted as one reader: an IPv4 address, or the 64 bits of an IPv6 one that name a network. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail === undefined || tail === '' ? [] : tail.split(':')
  const gap = tail === undefined ? 0 : 8 - first.length - last.length
  const groups = [...first, ...Array<string>(Math.max(0, gap)).fill('0'), ...last]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
