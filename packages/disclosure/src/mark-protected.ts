import type { Protected, Unmarked } from './protected.ts'

/** Puts the mark on a table that was just protected. Not exported from the package: this is the one way out. */
export function markProtected<Table extends Protected>(table: Unmarked<Table>): Table {
  return table as Table
}
