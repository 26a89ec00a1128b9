import type { Pages } from '../pages.ts'

/** Everything of a list that is short by nature. */
export async function wholeList<Item>(list: Pages<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of list) all.push(item)
  return all
}
