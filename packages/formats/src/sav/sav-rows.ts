import type { AnonymousRow } from '@peo/disclosure'
import { float64, joined, padded } from './bytes.ts'
import type { SavColumn } from './sav-columns.ts'
import { bias, piecesOf } from './sav-records.ts'

const asItIs = 253
const spaces = 254

/**
 * Packs rows as SPSS does: each eight pieces are preceded by eight bytes that say what they are, and small whole numbers
 * stand in those alone.
 */
export function rowPacker(columns: readonly SavColumn[]) {
  const codes = new Uint8Array(8)
  let used = 0
  let waiting: Uint8Array[] = []
  return {
    /** The bytes that these rows complete. */
    pack(rows: readonly AnonymousRow[]): Uint8Array<ArrayBuffer> {
      const done: Uint8Array[] = []
      const add = (code: number, piece?: Uint8Array) => {
        codes[used++] = code
        if (piece !== undefined) waiting.push(piece)
        if (used < 8) return
        done.push(codes.slice(), ...waiting)
        used = 0
        waiting = []
      }
      for (const row of rows) for (const column of columns) addValue(add, column, column.valueIn(row))
      return joined(done)
    },
    /** The bytes that are left at the end. */
    end(): Uint8Array<ArrayBuffer> {
      return used === 0 ? new Uint8Array() : joined([codes.fill(0, used), ...waiting])
    },
  }
}

function addValue(
  add: (code: number, piece?: Uint8Array) => void,
  column: SavColumn,
  value: number | string,
): void {
  if (typeof value === 'number') {
    const isSmall = Number.isInteger(value) && value > -bias && value <= 251 - bias
    if (isSmall) add(value + bias)
    else add(asItIs, float64(value))
    return
  }
  const pieces = piecesOf(column)
  const text = padded(value, 8 * pieces)
  for (let piece = 0; piece < pieces; piece++) {
    const bytes = text.subarray(8 * piece, 8 * piece + 8)
    if (bytes.every((byte) => byte === 0x20)) add(spaces)
    else add(asItIs, bytes)
  }
}
