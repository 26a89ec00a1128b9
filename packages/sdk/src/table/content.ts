import type { Language } from '../generated/operations.ts'
import type { CellValue, CrosstabData, Figure, GroupValue, MeansData } from './figure.ts'
import type { Measure } from './measures.ts'

/** What a table is made of. */
export interface TableContent<Value extends CellValue | GroupValue> {
  readonly language: Language
  /** The table as it was answered. */
  readonly data: CrosstabData | MeansData
  /** Row-major over the dimensions. */
  readonly figures: readonly Figure<Value>[]
  /** The numbers of each figure. */
  readonly measures: readonly Measure[]
  /** Of a cross-tab, its statistics by the names that the service's files give them; none of means. */
  readonly statistics?: Readonly<Record<string, string | number | null>>
}

/** The label of a code; the code itself where it is none of the dimension's. */
export function labelOf(dimension: CrosstabData['dimensions'][number] | undefined, code: string): string {
  return dimension?.categories.find((category) => category.code === code)?.label ?? code
}
