import type { Buffer } from 'node:buffer'

/** A variable record of an SPSS file, its texts still in the encoding of the file. */
export interface SavVariableRecord {
  /** 0 for a number, else bytes of text. */
  readonly width: number
  readonly name: Buffer
  readonly label: Buffer | null
  /** Type of the print format: 20 and up are dates and times. */
  readonly format: number
  /** Values that count as no answer: as they are, or with a range first. */
  readonly missing: readonly Buffer[]
  readonly missingRange: boolean
  /** Its place among the pieces of eight bytes that a row is made of. */
  readonly place: number
}

/** Value labels and the places of the variables that have them. */
export interface SavLabelRecord {
  readonly labels: readonly { readonly value: Buffer; readonly label: Buffer }[]
  readonly places: readonly number[]
}

/** An SPSS file cut into its records. */
export interface SavRecords {
  readonly compression: number
  /** How many rows there are; -1 where the writer did not know. */
  readonly cases: number
  readonly bias: number
  /** Place of the weight plus one; 0 for none. */
  readonly weight: number
  readonly variables: readonly SavVariableRecord[]
  readonly labels: readonly SavLabelRecord[]
  /** By subtype: long names, multiple-response sets, levels, encoding. */
  readonly extensions: ReadonlyMap<number, Buffer>
  /** Where the rows begin. */
  readonly dataStart: number
}

const padded = (length: number, to: number) => Math.ceil(length / to) * to

/** Cuts the dictionary of an SPSS file into records. Throws where the file ends too early or is none. */
export function readSavRecords(file: Buffer): SavRecords {
  const variables: SavVariableRecord[] = []
  const labels: SavLabelRecord[] = []
  const extensions = new Map<number, Buffer>()
  let offset = 176
  let place = 0
  for (;;) {
    const type = file.readInt32LE(offset)
    offset += 4
    if (type === 2) {
      const { next, record } = readVariable(file, offset, place++)
      if (record !== undefined) variables.push(record)
      offset = next
    } else if (type === 3) {
      const { next, record } = readLabels(file, offset)
      labels.push(record)
      offset = next
    } else if (type === 6) {
      offset += 4 + file.readInt32LE(offset) * 80
    } else if (type === 7) {
      const [subtype, size, count] = [0, 4, 8].map((at) => file.readInt32LE(offset + at)) as [
        number,
        number,
        number,
      ]
      extensions.set(subtype, slice(file, offset + 12, size * count))
      offset += 12 + size * count
    } else if (type === 999) {
      break
    } else {
      throw new RangeError(`there is a record of the unknown type ${type} at byte ${offset - 4}`)
    }
  }
  return {
    compression: file.readInt32LE(72),
    cases: file.readInt32LE(80),
    bias: file.readDoubleLE(84),
    weight: file.readInt32LE(76),
    variables,
    labels,
    extensions,
    dataStart: offset + 4,
  }
}

function slice(file: Buffer, start: number, length: number): Buffer {
  if (length < 0 || start + length > file.length)
    throw new RangeError('the file ends in the middle of a record')
  return file.subarray(start, start + length)
}

function readVariable(file: Buffer, start: number, place: number) {
  const width = file.readInt32LE(start)
  const hasLabel = file.readInt32LE(start + 4) === 1
  const missingCount = file.readInt32LE(start + 8)
  const name = slice(file, start + 20, 8)
  let next = start + 28
  let label: Buffer | null = null
  if (hasLabel) {
    const length = file.readInt32LE(next)
    label = slice(file, next + 4, length)
    next += 4 + padded(length, 4)
  }
  const missing = Array.from({ length: Math.abs(missingCount) }, (_, index) =>
    slice(file, next + index * 8, 8),
  )
  next += missing.length * 8
  const format = (file.readInt32LE(start + 12) >> 16) & 0xff
  const record = { width, name, label, format, missing, missingRange: missingCount < 0, place }
  // A text of more than eight bytes has a record for each further eight.
  return width === -1 ? { next, record: undefined } : { next, record }
}

function readLabels(file: Buffer, start: number) {
  let next = start + 4
  const labels = Array.from({ length: file.readInt32LE(start) }, () => {
    const value = slice(file, next, 8)
    const length = file.readUInt8(next + 8)
    const label = slice(file, next + 9, length)
    next += 8 + padded(length + 1, 8)
    return { value, label }
  })
  // Record 4 always follows: the variables that have these labels.
  const count = file.readInt32LE(next + 4)
  const places = Array.from({ length: count }, (_, index) => file.readInt32LE(next + 8 + index * 4) - 1)
  return { next: next + 8 + count * 4, record: { labels, places } }
}
