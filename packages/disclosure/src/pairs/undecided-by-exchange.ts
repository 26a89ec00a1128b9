import { keepsTable } from './keeps-table.ts'
import type { Openers } from './openers.ts'
import type { PairSide } from './pair-side.ts'
import type { PairTable } from './pair-table.ts'
import type { PairTarget } from './pair-targets.ts'

/** The targets of which no exchange is known that changes a count, and nothing that is published. */
export function undecidedByExchange(
  targets: readonly PairTarget[],
  openersOf: (side: PairSide) => Openers,
  tableOf: (side: PairSide) => PairTable,
): PairTarget[] {
  return targets.filter(({ counts }) => !counts.some((count) => isOpen(count, openersOf, tableOf)))
}

function isOpen(
  count: PairTarget['counts'][number],
  openersOf: (side: PairSide) => Openers,
  tableOf: (side: PairSide) => PairTable,
): boolean {
  for (const exchange of openersOf(count.side)(count)) {
    if (keepsTable(tableOf(count.side), exchange)) return true
  }
  return false
}
