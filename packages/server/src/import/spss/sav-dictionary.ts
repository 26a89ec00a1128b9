import { Buffer } from 'node:buffer'
import { textDecoder } from '../text-decoder.ts'
import { longTextLabels, longTextMissing } from './long-text-labels.ts'
import { readResponseSets, type SavResponseSet } from './response-sets.ts'
import { readSavRecords, type SavRecords, type SavVariableRecord } from './sav-records.ts'

export type SavValue = string | number

/** A variable of an SPSS file. */
export interface SavVariable {
  readonly name: string
  readonly label: string | null
  readonly text: boolean
  /** Dates and times are numbers with such a format. */
  readonly date: boolean
  readonly level: 'unknown' | 'nominal' | 'ordinal' | 'scale'
  readonly labels: readonly { readonly value: SavValue; readonly label: string }[]
  readonly isMissing: (value: SavValue) => boolean
  /** The pieces of the row it is in: where each begins, and how many bytes of it count. */
  readonly pieces: readonly { readonly place: number; readonly bytes: number }[]
}

/** What an SPSS file says of its rows. */
export interface SavDictionary {
  readonly variables: readonly SavVariable[]
  readonly weight: string | undefined
  readonly sets: readonly SavResponseSet[]
  readonly decode: (bytes: Uint8Array) => string
  readonly records: SavRecords
}

const levels = ['unknown', 'nominal', 'ordinal', 'scale'] as const

/** Reads the dictionary of an SPSS file. Throws a RangeError that says what is wrong with the file. */
export function readSavDictionary(file: Buffer): SavDictionary {
  const magic = file.toString('latin1', 0, 4)
  if (magic !== '$FL2' && magic !== '$FL3')
    throw new RangeError('it does not begin as an SPSS file does ($FL2)')
  if (![2, 3].includes(file.readInt32LE(64)))
    throw new RangeError('its numbers are big-endian; save it again with a current SPSS or PSPP')
  const records = readSavRecords(file)
  const decode = decoder(records.extensions)
  const longNames = pairs(decode, records.extensions.get(13))
  const longWidths = pairs(decode, records.extensions.get(14))
  const nameOf = ({ name }: SavVariableRecord) => {
    const short = decode(name).trimEnd()
    return { short, name: longNames.get(short) ?? short, width: Number(longWidths.get(short) ?? 0) }
  }
  const longLabels = longTextLabels(records.extensions.get(21), decode)
  const longMissing = longTextMissing(records.extensions.get(22), decode)
  const levelNumbers = records.extensions.get(11)
  const perVariable = levelNumbers === undefined ? 0 : levelNumbers.length / 4 / records.variables.length
  const variables: SavVariable[] = []
  const shortNames = new Map<string, string>()
  for (let index = 0; index < records.variables.length; ) {
    const record = records.variables[index]!
    const { short, name, width } = nameOf(record)
    shortNames.set(short.toLowerCase(), name)
    const segments = records.variables.slice(index, index + Math.max(1, Math.ceil(width / 252)))
    const level = perVariable === 0 ? 0 : levelNumbers!.readInt32LE(index * perVariable * 4)
    const variable = savVariable(record, name, segments, levels[level] ?? 'unknown', records, decode)
    variables.push({
      ...variable,
      labels: [...variable.labels, ...(longLabels.get(name) ?? [])],
      isMissing: (value) =>
        variable.isMissing(value) || (longMissing.get(name) ?? []).includes(String(value)),
    })
    index += segments.length
  }
  const weighting = records.variables.find(({ place }) => place === records.weight - 1)
  const setBytes = [7, 19].flatMap((subtype) => records.extensions.get(subtype) ?? [])
  return {
    variables,
    weight: weighting && nameOf(weighting).name,
    sets: setBytes.flatMap((bytes) => readResponseSets(bytes, decode, shortNames)),
    decode,
    records,
  }
}

function savVariable(
  record: SavVariableRecord,
  name: string,
  segments: readonly SavVariableRecord[],
  level: SavVariable['level'],
  { labels }: SavRecords,
  decode: (bytes: Uint8Array) => string,
): SavVariable {
  const text = record.width > 0
  const value = (bytes: Buffer) => (text ? decode(bytes).trimEnd() : bytes.readDoubleLE())
  const own = labels.filter(({ places }) => places.includes(record.place)).flatMap((set) => set.labels)
  return {
    name,
    label: record.label && decode(record.label).trim(),
    text,
    date: !text && record.format >= 20 && ![31, 32, 33, 34, 35, 36, 37].includes(record.format),
    level,
    labels: own.map((one) => ({ value: value(one.value), label: decode(one.label).trim() })),
    isMissing: missingTest(record.missing.map(value), record.missingRange),
    pieces: segments.map(({ place, width }) => ({ place, bytes: text ? width : 8 })),
  }
}

function missingTest(values: readonly SavValue[], range: boolean): SavVariable['isMissing'] {
  if (!range) return (value) => values.includes(value)
  const [low, high, ...more] = values
  return (value) => (value >= low! && value <= high!) || more.includes(value)
}

/** The text of the file is in the encoding of record 20, or of the code page in record 3. */
function decoder(extensions: ReadonlyMap<number, Buffer>): (bytes: Uint8Array) => string {
  const codePage = extensions.get(3)?.readInt32LE(28)
  const name = extensions.get(20)?.toString('latin1') ?? (codePage === 65_001 ? 'utf-8' : 'windows-1252')
  try {
    return textDecoder(name.replace(/^cp(?=125\d)/i, 'windows-'))
  } catch {
    throw new RangeError(
      `its texts are in the encoding ${name}, which is not read; save it as Unicode (UTF-8)`,
    )
  }
}

/** `A=alpha`, tab, `B=beta`: what SPSS keeps long names and lengths in. */
function pairs(decode: (bytes: Uint8Array) => string, bytes: Buffer = Buffer.alloc(0)): Map<string, string> {
  const entries = decode(bytes).replaceAll('\0', '').split('\t')
  return new Map(entries.filter(Boolean).map((entry) => entry.trim().split('=', 2) as [string, string]))
}
