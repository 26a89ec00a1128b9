import { cut, float64, int32, joined, padded, utf8 } from './bytes.ts'
import type { SavColumn } from './sav-columns.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Pieces of eight bytes that a value takes in a row. */
export const piecesOf = ({ width }: SavColumn) => Math.max(1, Math.ceil(width / 8))

/** What is a small number, in one byte of a packed row, is that byte less so much. */
export const bias = 100

/** The number that is none. */
export const systemMissing = -Number.MAX_VALUE

/** The lowest number that is one. */
const lowest = -Number.MAX_VALUE * (1 - Number.EPSILON / 2)

/** Texts are cut where SPSS takes no more bytes. */
const most = { label: 255, valueLabel: 120 }

/** The header: what the file is, and how its rows are packed. */
export function headerRecord(columns: readonly SavColumn[], cases: number, title: string): Bytes {
  const weight = columns.findIndex(({ isWeight }) => isWeight)
  return joined([
    utf8('$FL2'),
    padded('@(#) SPSS DATA FILE PEO results service', 60),
    int32(
      2,
      columns.reduce((sum, column) => sum + piecesOf(column), 0),
      1,
    ),
    int32(weight === -1 ? 0 : placeOf(columns, weight), cases),
    float64(bias),
    // When a file is made says nothing: the release it is of stands in the documents.
    padded('01 Jan 7000:00:00', 17),
    padded(title, 64),
    new Uint8Array(3),
  ])
}

/** Where a variable begins among the pieces of a row, counted from 1. */
function placeOf(columns: readonly SavColumn[], index: number): number {
  return columns.slice(0, index).reduce((sum, column) => sum + piecesOf(column), 1)
}

/** The record of a variable, with one for each further eight bytes of text. */
export function variableRecord(column: SavColumn): Bytes {
  const { width, decimals, short, missing } = column
  const shown = width > 0 ? (1 << 16) | (width << 8) : (5 << 16) | (Math.max(8, 8 + decimals) << 8) | decimals
  const label = cut(column.label, most.label)
  const further = joined([int32(2, -1, 0, 0, 0, 0), padded('', 8)])
  return joined([
    int32(2, width, label.length > 0 ? 1 : 0, missing.length, shown, shown),
    padded(short, 8),
    ...(label.length > 0 ? [int32(label.length), label, new Uint8Array(-label.length & 3)] : []),
    float64(...missing),
    ...new Array<Bytes>(piecesOf(column) - 1).fill(further),
  ])
}

/** The labels of the values of a variable. */
export function labelRecord(columns: readonly SavColumn[], index: number): Bytes {
  const { labels } = columns[index]!
  if (labels.length === 0) return new Uint8Array()
  return joined([
    int32(3, labels.length),
    ...labels.flatMap(({ value, label }) => {
      const text = cut(label, most.valueLabel)
      const filled = new Uint8Array(Math.ceil((text.length + 1) / 8) * 8)
      filled.set([text.length])
      filled.set(text, 1)
      return [float64(value), filled]
    }),
    int32(4, 1, placeOf(columns, index)),
  ])
}

/** Lines of text about the file, of 80 bytes each. */
export function documentRecord(lines: readonly string[]): Bytes {
  return joined([int32(6, lines.length), ...lines.map((line) => padded(line, 80))])
}

const levels = { nominal: 1, ordinal: 2, scale: 3 }

/** The records that came later than the format itself, in the order of their numbers. */
export function extensionRecords(columns: readonly SavColumn[], sets: Bytes, cases: number): Bytes {
  const display = columns.flatMap(({ level, width }) => [levels[level], 8, width > 0 ? 0 : 1])
  const names = columns.map(({ short, name }) => `${short}=${name}`)
  return joined([
    // Version, no machine, IEEE 754, packed, little-endian, UTF-8.
    extension(3, 4, int32(24, 0, 0, -1, 1, 1, 2, 65_001)),
    extension(4, 8, float64(systemMissing, Number.MAX_VALUE, lowest)),
    extension(7, 1, sets),
    extension(11, 4, int32(...display)),
    extension(13, 1, utf8(names.join('\t'))),
    extension(16, 8, caseCount(cases)),
    extension(18, 1, utf8(attributes(columns))),
    extension(20, 1, utf8('UTF-8')),
    int32(999, 0),
  ])
}

function extension(subtype: number, size: number, data: Bytes): Bytes {
  return data.length === 0 ? data : joined([int32(7, subtype, size, data.length / size), data])
}

function caseCount(cases: number): Bytes {
  const data = new DataView(new ArrayBuffer(16))
  data.setBigInt64(0, 1n, true)
  data.setBigInt64(8, BigInt(cases), true)
  return new Uint8Array(data.buffer)
}

/** `sector:codes('a'\n'b'\n)/area:...`: what the numbers of a variable stand for, where its codes are none. */
function attributes(columns: readonly SavColumn[]): string {
  return columns
    .filter(({ codes }) => codes.length > 0)
    .map(({ name, codes }) => `${name}:codes(${codes.map((code) => `'${code}'\n`).join('')})`)
    .join('/')
}
