import type { TableStatisticFields } from './table-statistics.ts'

/** A JSON-stat 2.0 dataset. */
export interface JsonStatDataset {
  readonly version: '2.0'
  readonly class: 'dataset'
  readonly label: string
  /** What changed since earlier waves in the variable that means are of. */
  readonly note?: readonly string[]
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly role: { readonly time?: readonly string[]; readonly metric: readonly string[] }
  readonly dimension: Readonly<Record<string, JsonStatDimension>>
  readonly value: readonly (number | null)[]
  /** By index in `value`, where there is no number: `WITHHELD` or `NOT_ASKED`. */
  readonly status: Readonly<Record<string, string>>
  /** Of a cross-tab. */
  readonly extension?: {
    /** Of the table as a whole. */
    readonly statistics: TableStatisticFields
    /** By the index in `value` of a column percentage: the columns it is significantly higher than, where any. */
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
