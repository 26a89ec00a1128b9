import type { TableContent } from './content.ts'
import type { CellValue, GroupValue } from './figure.ts'
import { numberOf } from './measures.ts'

/** A JSON-stat 2.0 dataset (https://json-stat.org/full/). */
export interface JsonStatDataset {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  /** What changed since earlier waves in the variable that means are of. */
  readonly note?: readonly string[]
  /** The table's dimensions, and `measure`. */
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly role: { readonly time?: readonly string[]; readonly metric: readonly string[] }
  readonly dimension: Readonly<Record<string, JsonStatDimension>>
  readonly value: readonly (number | null)[]
  /** By index in `value`, where there is no number: `WITHHELD` or `NOT_ASKED`. */
  readonly status: Readonly<Record<string, string>>
  /** Of a cross-tab: its statistics, and by index in `value` the columns that a percentage is higher than. */
  readonly extension?: {
    readonly statistics: Readonly<Record<string, string | number | null>>
    readonly higher_than: Readonly<Record<string, readonly string[]>>
  }
}

/** A dimension of a JSON-stat dataset. */
export interface JsonStatDimension {
  readonly label: string
  /** What changed in the variable since earlier waves: `wave: note`. */
  readonly note?: readonly string[]
  readonly category: {
    readonly index: readonly string[]
    readonly label: Readonly<Record<string, string>>
    readonly unit?: Readonly<Record<string, { readonly label: string }>>
  }
}

/** A table as the service's JSON-stat has it. */
export function tableJsonStat<Value extends CellValue | GroupValue>(
  content: TableContent<Value>,
): JsonStatDataset {
  const { language, data, figures, measures, statistics } = content
  const percent = measures.findIndex(([code]) => code === 'column_percent')
  const variables = data.dimensions.map(({ variable }) => variable)
  const status: Record<string, string> = {}
  const higher_than: Record<string, readonly string[]> = {}
  for (const [index, figure] of figures.entries()) {
    const at = index * measures.length
    if (figure.status !== 'VALUE') for (const measure of measures.keys()) status[at + measure] = figure.status
    else if ('higherThan' in figure && figure.higherThan.length > 0)
      higher_than[at + percent] = figure.higherThan
  }
  return {
    version: '2.0',
    class: 'dataset',
    label: ['of' in data ? data.of : [], variables]
      .flat()
      .map(({ label }) => label)
      .join(' × '),
    ...('of' in data ? noteOn(data, data.of.code) : {}),
    id: [...variables.map(({ code }) => code), 'measure'],
    size: [...data.dimensions.map(({ categories }) => categories.length), measures.length],
    role: { ...(variables.at(-1)?.code === 'wave' ? { time: ['wave'] } : {}), metric: ['measure'] },
    dimension: {
      ...Object.fromEntries(data.dimensions.map((each) => [each.variable.code, dimensionOf(data, each)])),
      measure: {
        label: language === 'NL' ? 'maat' : 'measure',
        category: {
          index: measures.map(([code]) => code),
          label: Object.fromEntries(measures.map(([code, nl, en]) => [code, language === 'NL' ? nl : en])),
          unit: Object.fromEntries(measures.map(([code, , , label]) => [code, { label }])),
        },
      },
    },
    value: figures.flatMap((figure) => measures.map((measure) => numberOf(figure, measure))),
    status,
    ...(statistics && { extension: { statistics, higher_than } }),
  }
}

type Data = TableContent<CellValue>['data']

function dimensionOf(data: Data, { variable, categories }: Data['dimensions'][number]): JsonStatDimension {
  return {
    label: variable.label,
    ...noteOn(data, variable.code),
    category: {
      index: categories.map(({ code }) => code),
      label: Object.fromEntries(categories.map(({ code, label }) => [code, label])),
    },
  }
}

function noteOn({ comparabilityNotes }: Data, variable: string): { note?: readonly string[] } {
  const note = comparabilityNotes
    .filter((each) => each.variable === variable)
    .map(({ wave, note }) => `${wave}: ${note}`)
  return note.length > 0 ? { note } : {}
}
