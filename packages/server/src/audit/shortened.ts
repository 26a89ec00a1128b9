/** As much as is written down of what was asked. */
const most = { characters: 2000, ofText: 500, items: 50, depth: 8 }

const more = (count: number) => `… and ${count.toLocaleString('en')} more`

/**
 * What JSON can say, in so many characters or little more; what is left out is said in its place.
 *
 * @param write writes a text down
 */
export function shortened<Value>(
  value: Value,
  write: (text: string) => string,
  limit = most.characters,
): Value {
  let room = limit
  const ofText = (text: string) => {
    const length = Math.max(0, Math.min(room, most.ofText))
    const written = write(text)
    room -= Math.min(written.length, length) + 3
    return written.length <= length ? written : `${written.slice(0, length)}${more(written.length - length)}`
  }
  const ofList = (list: readonly unknown[], depth: number) => {
    const kept: unknown[] = []
    for (const item of list) {
      if (room <= 0 || kept.length === most.items) break
      kept.push(of(item, depth))
    }
    return kept.length === list.length ? kept : [...kept, more(list.length - kept.length)]
  }
  const ofObject = (given: object, depth: number) => {
    const entries = Object.entries(given).filter(([, one]) => one !== undefined)
    const kept: [string, unknown][] = []
    for (const [name, one] of entries) {
      if (room <= 0 || kept.length === most.items) break
      kept.push([ofText(name), of(one, depth)])
    }
    const left = entries.length - kept.length
    return Object.fromEntries(left === 0 ? kept : [...kept, ['…', more(left)]])
  }
  const of = (one: unknown, depth: number): unknown => {
    if (typeof one === 'string') return ofText(one)
    const isNested = typeof one === 'object' && one !== null
    room -= isNested ? 20 : 8
    if (!isNested) return one
    if (depth > most.depth) return '…'
    return Array.isArray(one) ? ofList(one, depth + 1) : ofObject(one, depth + 1)
  }
  return of(value, 0) as Value
}
