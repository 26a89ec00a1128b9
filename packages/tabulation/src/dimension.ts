import type { Column } from './column.ts'
import type { VariableCodes } from './wave-data.ts'

/** The side of a table that a variable stands on; a `FILTER` dimension is reduced to one of its groups. */
export type DimensionRole = 'ROW' | 'COLUMN' | 'FILTER'

/**
 * One side of a table. Its slots are numbered: categories first, then nets, then `any`, which holds everyone
 * who answered.
 */
export interface TableDimension {
  readonly role: DimensionRole
  readonly variable: string
  /** Codes of the slots before `any`: categories, then `net:<code>`. */
  readonly codes: readonly string[]
  readonly categoryCount: number
  /** Whether respondents may be in several categories at once. */
  readonly multiple: boolean
  /** The slot of everyone who answered: `codes.length`. */
  readonly any: number
}

/** The dimension that a variable makes. */
export function dimensionOf(
  variable: VariableCodes,
  column: Column | undefined,
  role: DimensionRole,
): TableDimension {
  const codes = [...variable.categories, ...variable.nets.map((net) => `net:${net.code}`)]
  return {
    role,
    variable: variable.code,
    codes,
    categoryCount: variable.categories.length,
    multiple: column?.kind === 'multiple',
    any: codes.length,
  }
}
