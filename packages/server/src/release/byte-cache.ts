import { LRUCache } from 'lru-cache'

/**
 * Gives what a key stands for: kept, being made for someone else, or made now. What fails is not kept, and what is
 * larger than the whole cache is given without being kept.
 */
export type ByteCache = <Value extends object>(
  key: string,
  make: () => Promise<Value>,
  bytesOf: (value: Value) => number,
) => Promise<Value>

/** Keeps values up to a number of bytes together; the one that was not used for longest goes first. */
export function byteCache(maxBytes: number): ByteCache {
  const kept = new LRUCache<string, object>({ maxSize: maxBytes })
  const beingMade = new Map<string, Promise<object>>()
  const give = (key: string, make: () => Promise<object>, bytesOf: (value: never) => number) => {
    const found = kept.get(key) ?? beingMade.get(key)
    if (found !== undefined) return found
    const making = make()
      .then((value) => {
        kept.set(key, value, { size: Math.max(1, bytesOf(value as never)) })
        return value
      })
      .finally(() => beingMade.delete(key))
    beingMade.set(key, making)
    return making
  }
  return async (key, make, bytesOf) => (await give(key, make, bytesOf)) as never
}
