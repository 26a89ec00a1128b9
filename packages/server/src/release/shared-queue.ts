/** Items that several threads take from, each the next one that is left. Passed to a thread, it is the same queue. */
export interface SharedQueue {
  readonly items: readonly string[]
  /** How many were taken, and how many are done; in memory that threads share. */
  readonly counts: Int32Array
}

const TAKEN = 0
const DONE = 1

/** A queue of which nothing is taken. */
export function sharedQueue(items: readonly string[]): SharedQueue {
  return { items, counts: new Int32Array(new SharedArrayBuffer(8)) }
}

/** Takes items until none is left. An item is done when the next is asked for. */
export function* takeFrom({ items, counts }: SharedQueue): Generator<string> {
  for (;;) {
    const item = items[Atomics.add(counts, TAKEN, 1)]
    if (item === undefined) return
    yield item
    Atomics.add(counts, DONE, 1)
  }
}

/** Whether every item is taken. */
export function isEmpty({ items, counts }: SharedQueue): boolean {
  return Atomics.load(counts, TAKEN) >= items.length
}

/** How many items are done. */
export function doneOf({ counts }: SharedQueue): number {
  return Atomics.load(counts, DONE)
}

/** Leaves nothing to take. */
export function empty({ items, counts }: SharedQueue): void {
  Atomics.store(counts, TAKEN, items.length)
}
