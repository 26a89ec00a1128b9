import type { Language } from '../generated/operations.ts'
import type { CellValue, CrosstabData, Figure, GroupValue, MeansData } from './figure.ts'

/** What a table is made of. */
export interface TableContent<Value extends CellValue | GroupValue> {
  readonly language: Language
  /** The table as it was answered. */
  readonly data: CrosstabData | MeansData
  /** Row-major over the dimensions. */
  readonly figures: readonly Figure<Value>[]
}

/** The label of a code; the code itself where it is none of the dimension's. */
export function labelOf(dimension: CrosstabData['dimensions'][number], code: string): string {
  return dimension.categories.find((category) => category.code === code)?.label ?? code
}
