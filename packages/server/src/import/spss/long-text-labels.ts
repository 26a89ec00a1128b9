import type { Buffer } from 'node:buffer'

/** The value labels or missing values of the variables of more than eight bytes, by long name. */
export type LongTexts = ReadonlyMap<string, readonly { readonly value: string; readonly label: string }[]>

type Decode = (bytes: Uint8Array) => string

/** Reads record 21: labels of values of more than eight bytes. */
export function longTextLabels(bytes: Buffer | undefined, decode: Decode): LongTexts {
  const found = new Map<string, { value: string; label: string }[]>()
  if (bytes === undefined) return found
  const take = cutter(bytes, decode)
  while (take.more()) {
    const name = take.text()
    take.number()
    const labels = Array.from({ length: take.number() }, () => ({ value: take.text(), label: take.text() }))
    found.set(name, labels)
  }
  return found
}

/** Reads record 22: values of more than eight bytes that count as no answer. */
export function longTextMissing(
  bytes: Buffer | undefined,
  decode: Decode,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  if (bytes === undefined) return found
  const take = cutter(bytes, decode)
  while (take.more()) {
    const name = take.text()
    const count = take.byte()
    const length = take.number()
    found.set(
      name,
      Array.from({ length: count }, () => take.textOf(length)),
    )
  }
  return found
}

function cutter(bytes: Buffer, decode: Decode) {
  let offset = 0
  const number = () => {
    offset += 4
    return bytes.readInt32LE(offset - 4)
  }
  const textOf = (length: number) => {
    offset += length
    return decode(bytes.subarray(offset - length, offset)).trimEnd()
  }
  return {
    more: () => offset < bytes.length,
    byte: () => bytes.readUInt8(offset++),
    number,
    textOf,
    text: () => textOf(number()),
  }
}
