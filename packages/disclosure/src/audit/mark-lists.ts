/** Places, from 0 on, in lists of the same two marks. */
export interface MarkLists {
  /** Adds the next place to the list of its marks. */
  readonly add: (one: number, other: number) => number
  /** The place added last with these marks, or -1. */
  readonly last: (one: number, other: number) => number
  /** By place, the one added before it with the same marks, or -1. */
  readonly before: Int32Array
  /** By place, its marks. */
  readonly ones: Int32Array
  readonly others: Int32Array
}

/** Lists of up to so many places. Open addressing: a Map takes twice as long. */
export function markLists(most: number): MarkLists {
  const bits = Math.ceil(Math.log2(2 * most + 2))
  const lasts = new Int32Array(2 ** bits).fill(-1)
  const [ones, others, before] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  let size = 0
  const slotOf = (one: number, other: number): number => {
    let slot = Math.imul(one ^ Math.imul(other, 0x85ebca6b), 0x9e3779b1) >>> (32 - bits)
    for (; lasts[slot] !== -1; slot = (slot + 1) & (lasts.length - 1)) {
      if (ones[lasts[slot]!] === one && others[lasts[slot]!] === other) break
    }
    return slot
  }
  const add = (one: number, other: number): number => {
    const slot = slotOf(one, other)
    ones[size] = one
    others[size] = other
    before[size] = lasts[slot]!
    lasts[slot] = size
    return size++
  }
  return { add, last: (one, other) => lasts[slotOf(one, other)]!, before, ones, others }
}
