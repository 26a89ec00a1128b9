import { RepeatedCursorError } from './errors.ts'

/** A page of a list, as Relay's connections have it. */
export interface Page<Item> {
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
}

/** A list that is read page by page, as far as you go through it; each time you do, it is read anew. */
export interface Pages<Item> extends AsyncIterable<Item> {
  /**
   * Its first items, as many as the limit at most.
   *
   * @throws RangeError without a limit, or of one that is no whole number from 0
   */
  readonly toArray: (options: { readonly limit: number }) => Promise<Item[]>
}

/**
 * A list of your own document.
 *
 * @param read gives the page after a cursor; null asks for the first
 */
export function pages<Item>(read: (after: string | null) => Promise<Page<Item>>): Pages<Item> {
  async function* items(): AsyncGenerator<Item, void, undefined> {
    const seen = new Set<string | null>([null])
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo }: Page<Item> = await read(after)
      yield* nodes
      if (!pageInfo.hasNextPage) return
      after = pageInfo.endCursor ?? null
      if (seen.has(after))
        throw new RepeatedCursorError({
          message: 'The list gave a cursor again, and would never end.',
        })
      seen.add(after)
    }
  }
  return {
    [Symbol.asyncIterator]: items,
    async toArray(options) {
      const limit = options?.limit
      if (!Number.isInteger(limit) || limit < 0)
        throw new RangeError(`toArray needs { limit }, a whole number from 0; ${limit} is none.`)
      const all: Item[] = []
      if (limit === 0) return all
      for await (const item of items()) if (all.push(item) >= limit) break
      return all
    },
  }
}
