import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'
import type { SavDictionary, SavValue, SavVariable } from './sav-dictionary.ts'

/** What SPSS writes for a number that is not there. */
const systemMissing = -Number.MAX_VALUE

/** Reads the rows of an SPSS file one by one: values in the order of the variables; undefined is system-missing. */
export function* savRows(file: Buffer, dictionary: SavDictionary): Generator<(SavValue | undefined)[]> {
  const { records, variables } = dictionary
  const width = Math.max(
    0,
    ...records.variables.map(({ place, width }) => place + Math.max(1, Math.ceil(width / 8))),
  )
  const row = Buffer.alloc(width * 8)
  const next =
    records.compression === 0 ? plainPieces(file, records.dataStart) : packedPieces(file, dictionary)
  for (let count = 0; width > 0; count++) {
    for (let place = 0; place < width; place++) {
      if (next(row, place * 8)) continue
      if (place === 0 && [-1, count].includes(records.cases)) return
      throw new RangeError(`it ends after ${count} of ${records.cases} rows; it was not copied whole`)
    }
    yield variables.map((variable) => savValue(variable, row, dictionary.decode))
  }
}

function savValue({ text, pieces }: SavVariable, row: Buffer, decode: SavDictionary['decode']) {
  if (!text) {
    const number = row.readDoubleLE(pieces[0]!.place * 8)
    return number === systemMissing ? undefined : number
  }
  const parts = pieces.map(({ place, bytes }) => row.subarray(place * 8, place * 8 + bytes))
  return decode(parts.length === 1 ? parts[0]! : Buffer.concat(parts)).trimEnd()
}

/** Copies the next eight bytes of the rows to a place; false at the end of the file. */
type NextPiece = (to: Buffer, at: number) => boolean

function plainPieces(data: Buffer, start: number): NextPiece {
  let offset = start
  return (to, at) => {
    if (offset + 8 > data.length) return false
    data.copy(to, at, offset, offset + 8)
    offset += 8
    return true
  }
}

/** Each eight pieces are preceded by eight bytes that say what they are: small numbers stand in those alone. */
function packedPieces(file: Buffer, { records }: SavDictionary): NextPiece {
  const { bias, compression, dataStart } = records
  const data = compression === 2 ? inflateBlocks(file, dataStart) : file
  let offset = compression === 2 ? 0 : dataStart
  let codes: Uint8Array = new Uint8Array()
  let index = 8
  return (to, at) => {
    for (;;) {
      if (index === 8) {
        if (offset + 8 > data.length) return false
        codes = data.subarray(offset, offset + 8)
        offset += 8
        index = 0
      }
      const code = codes[index++]!
      if (code === 0) continue
      if (code === 252) return false
      if (code === 253) {
        if (offset + 8 > data.length) return false
        data.copy(to, at, offset, offset + 8)
        offset += 8
      } else if (code === 254) to.fill(' ', at, at + 8)
      else to.writeDoubleLE(code === 255 ? systemMissing : code - bias, at)
      return true
    }
  }
}

/** The rows of a `.zsav` file are blocks of zlib, listed at its end. */
function inflateBlocks(file: Buffer, start: number): Buffer {
  const trailer = Number(file.readBigInt64LE(start + 8))
  const blocks = Array.from({ length: file.readInt32LE(trailer + 20) }, (_, index) => {
    const entry = trailer + 24 + index * 24
    const from = Number(file.readBigInt64LE(entry + 8))
    const maxOutputLength = Math.max(1, file.readInt32LE(entry + 16))
    return inflateSync(file.subarray(from, from + file.readInt32LE(entry + 20)), { maxOutputLength })
  })
  return Buffer.concat(blocks)
}
