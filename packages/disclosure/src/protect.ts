import { effectiveBase, type RawCrosstab } from '@peo/tabulation'
import { shareInterval, sumsAt, widen } from './cell-figure.ts'
import { higherColumns } from './higher-columns.ts'
import { markProtected } from './mark-protected.ts'
import type { AbsentFigure, CellFigure, ProtectedCrosstab, Refusal } from './protected.ts'
import type { ReleasePlan } from './release-plan.ts'
import {
  everyoneSlots,
  knowsGroups,
  refuseShape,
  shownCodes,
  shownDimensions,
  shownSlots,
  type TableGuard,
  tableGuard,
} from './table-guard.ts'
import { tableStatistics } from './table-statistics.ts'
import { allFigures, type WantedFigures } from './wanted-figures.ts'

/** Lets through of a cross-tab what the release plan allows, and refuses a shape that is not released. */
export function protect(
  table: RawCrosstab,
  plan: ReleasePlan,
  wanted: WantedFigures = allFigures,
): ProtectedCrosstab | Refusal {
  const { request, dimensions } = table
  const refused = refuseShape(
    plan,
    dimensions.map(({ variable }) => variable),
  )
  if (refused !== undefined) return refused
  const slots = shownSlots(dimensions, request.filter, request.shown)
  const shown = {
    kind: 'crosstab' as const,
    waves: [table.wave],
    dimensions: shownDimensions(dimensions, request.shown),
    weighted: request.weighted,
    confidenceLevel: request.confidenceLevel,
  }
  const mayShow = table.asked ? tableGuard(plan, table) : () => false
  if (typeof mayShow !== 'function') return mayShow
  if (!table.asked || !knowsGroups(dimensions, request.filter)) {
    const cells = slots.map((place) => absent(table, place, 'NOT_ASKED'))
    return markProtected<ProtectedCrosstab>({ ...shown, cells, base: null, statistics: null })
  }
  const higher = wanted.letters ? higherColumns(table, slots, mayShow) : undefined
  const cells = slots.map((place): CellFigure | AbsentFigure => {
    const shares = cellShares(table, place, mayShow)
    if (shares === undefined) return absent(table, place, 'WITHHELD')
    return {
      status: 'VALUE',
      categories: shownCodes(dimensions, place),
      ...shares,
      interval: wanted.intervals && shares.base > 0 ? shareInterval(table, place) : null,
      higherThan: higher?.get(place.join()) ?? [],
    }
  })
  const everyone = everyoneSlots(dimensions, request.filter)
  return markProtected<ProtectedCrosstab>({
    ...shown,
    cells,
    base: mayShow(everyone) ? sumsAt(table, everyone).respondents : null,
    statistics: wanted.statistics ? tableStatistics(table, everyone, mayShow) : null,
  })
}

/** The count of a cell and its shares; undefined where it is withheld. */
function cellShares(table: RawCrosstab, slots: readonly number[], mayShow: TableGuard) {
  const column = widen(table, slots, ['ROW'])
  if (!mayShow(slots) || !mayShow(column)) return undefined
  const part = sumsAt(table, slots)
  const all = sumsAt(table, column)
  const row = widen(table, slots, ['COLUMN'])
  const total = widen(table, row, ['ROW'])
  return {
    count: part.weights,
    base: all.respondents,
    columnPercent: percentOf(part.weights, all.weights),
    rowPercent: mayShow(row) ? percentOf(part.weights, sumsAt(table, row).weights) : null,
    totalPercent: mayShow(total) ? percentOf(part.weights, sumsAt(table, total).weights) : null,
    effectiveBase: all.respondents === 0 ? null : effectiveBase(all.weights, all.squaredWeights),
  }
}

function percentOf(part: number, all: number): number | null {
  return all === 0 ? null : (part / all) * 100
}

function absent(table: RawCrosstab, slots: readonly number[], status: AbsentFigure['status']): AbsentFigure {
  return { status, categories: shownCodes(table.dimensions, slots) }
}
