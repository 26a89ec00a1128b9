/** A whole number from 0 to below 2^32 that looks random. Source: the finaliser of MurmurHash3. */
export function scrambled(number: number): number {
  let hash = number * 0x9e3779b1
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
