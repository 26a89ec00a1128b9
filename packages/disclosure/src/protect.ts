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

/**
 * Lets through of a cross-tab what the release plan allows, and refuses a shape that is not released. Intervals,
 * letters and tests cost more than all the rest, so they are computed when they are read.
 */
export function protect(table: RawCrosstab, plan: ReleasePlan): ProtectedCrosstab | Refusal {
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
  let letters: ReturnType<typeof higherColumns> | undefined
  const higherThan = (place: readonly number[]) => {
    letters ??= higherColumns(table, slots, mayShow)
    return letters.get(place.join()) ?? []
  }
  const cells = slots.map((place) => cell(table, place, mayShow, higherThan))
  const everyone = everyoneSlots(dimensions, request.filter)
  return markProtected<ProtectedCrosstab>({
    ...shown,
    cells,
    base: mayShow(everyone) ? sumsAt(table, everyone).respondents : null,
    get statistics() {
      return tableStatistics(table, everyone, mayShow)
    },
  })
}

function cell(
  table: RawCrosstab,
  slots: readonly number[],
  mayShow: TableGuard,
  higherThan: (slots: readonly number[]) => readonly string[],
): CellFigure | AbsentFigure {
  const column = widen(table, slots, ['ROW'])
  if (!mayShow(slots) || !mayShow(column)) return absent(table, slots, 'WITHHELD')
  const part = sumsAt(table, slots)
  const all = sumsAt(table, column)
  const share = (total: readonly number[]) =>
    mayShow(total) ? percentOf(part.weights, sumsAt(table, total).weights) : null
  const empty = all.respondents === 0
  return {
    status: 'VALUE',
    categories: shownCodes(table.dimensions, slots),
    count: part.weights,
    base: all.respondents,
    columnPercent: percentOf(part.weights, all.weights),
    rowPercent: share(widen(table, slots, ['COLUMN'])),
    totalPercent: share(widen(table, slots, ['ROW', 'COLUMN'])),
    effectiveBase: empty ? null : effectiveBase(all.weights, all.squaredWeights),
    get interval() {
      return empty ? null : shareInterval(table, slots)
    },
    get higherThan() {
      return higherThan(slots)
    },
  }
}

function percentOf(part: number, all: number): number | null {
  return all === 0 ? null : (part / all) * 100
}

function absent(table: RawCrosstab, slots: readonly number[], status: AbsentFigure['status']): AbsentFigure {
  return { status, categories: shownCodes(table.dimensions, slots) }
}
