import type { Buffer } from 'node:buffer'

/** A multiple-response set: options that are variables of their own, or variables that each name an option. */
export interface SavResponseSet {
  readonly name: string
  readonly label: string
  /** Whether each variable names an option; else each is an option. */
  readonly byCategory?: boolean
  /** Of a set whose variables are options: the value that means "named"; absent where they are 1 and 0. */
  readonly counted?: string
  readonly variables: readonly string[]
}

/** Reads the lines `$name=D1 1 5 label A B C` of an SPSS file; `names` gives long names by short ones in lower case. */
export function readResponseSets(
  bytes: Buffer,
  decode: (bytes: Uint8Array) => string,
  names: ReadonlyMap<string, string>,
): SavResponseSet[] {
  // Lengths in the lines are in bytes, so they are cut before they are decoded.
  const sets: SavResponseSet[] = []
  let offset = 0
  const until = (mark: string) => {
    const end = bytes.indexOf(mark, offset)
    const part = bytes.subarray(offset, end === -1 ? bytes.length : end)
    offset = end === -1 ? bytes.length : end + 1
    return decode(part)
  }
  const counted = () => {
    const length = Number(until(' '))
    const part = decode(bytes.subarray(offset, offset + length))
    offset += length + 1
    return part
  }
  while (offset < bytes.length) {
    const name = until('=').trim().replace(/^\$/, '')
    const kind = String.fromCharCode(bytes[offset++] ?? 0)
    if (kind === 'C') offset++
    if (kind === 'E') {
      offset++
      until(' ')
    }
    const value = kind === 'C' ? undefined : counted()
    const label = counted()
    const variables = until('\n').split(' ').filter(Boolean)
    if (name === '' || variables.length === 0) continue
    sets.push({
      name,
      label,
      ...(value === undefined ? { byCategory: true } : { counted: value.trim() }),
      variables: variables.map((short) => names.get(short.toLowerCase()) ?? short),
    })
  }
  return sets
}
