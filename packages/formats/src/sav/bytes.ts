const encoder = new TextEncoder()

/** Text in UTF-8. */
export const utf8 = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text)

/** Whole numbers of four bytes, little-endian. */
export function int32(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 * values.length)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of values.entries()) view.setInt32(4 * index, value, true)
  return bytes
}

/** Numbers of eight bytes after IEEE 754, little-endian. */
export function float64(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8 * values.length)
  const view = new DataView(bytes.buffer)
  for (const [index, value] of values.entries()) view.setFloat64(8 * index, value, true)
  return bytes
}

/** Text in UTF-8, filled up with spaces or cut to so many bytes. */
export function padded(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).fill(0x20)
  bytes.set(cut(text, length))
  return bytes
}

/** Text in UTF-8, cut where it would have more bytes; no character is cut in two. */
export function cut(text: string, length: number): Uint8Array<ArrayBuffer> {
  const bytes = utf8(text)
  if (bytes.length <= length) return bytes
  let end = length
  // Bytes 10xxxxxx go on with a character.
  while ((bytes[end]! & 0xc0) === 0x80) end--
  return bytes.slice(0, end)
}

/** Bytes one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
