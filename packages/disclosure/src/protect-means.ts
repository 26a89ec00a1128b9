import { cubeIndex, type RawMeans } from '@peo/tabulation'
import { markProtected } from './mark-protected.ts'
import type { AbsentFigure, MeanFigure, ProtectedMeans, Refusal } from './protected.ts'
import type { ReleasePlan } from './release-plan.ts'
import {
  knowsGroups,
  refuseShape,
  shownCodes,
  shownDimensions,
  shownSlots,
  tableGuard,
} from './table-guard.ts'

/** Lets through of a table of means what the release plan allows, and refuses a shape that is not released. */
export function protectMeans(table: RawMeans, plan: ReleasePlan): ProtectedMeans | Refusal {
  const { request, dimensions } = table
  const refused = refuseShape(plan, [request.of, ...dimensions.map(({ variable }) => variable)])
  if (refused !== undefined) return refused
  const slots = shownSlots(dimensions, request.filter, request.shown)
  const mayShow = table.asked ? tableGuard(plan, table, [request.of]) : () => false
  if (typeof mayShow !== 'function') return mayShow
  const known = table.asked && knowsGroups(dimensions, request.filter)
  const groups = slots.map((place): MeanFigure | AbsentFigure => {
    const categories = shownCodes(dimensions, place)
    if (!known) return { status: 'NOT_ASKED', categories }
    return mayShow(place) ? figure(table, place, categories) : { status: 'WITHHELD', categories }
  })
  return markProtected<ProtectedMeans>({
    kind: 'means',
    of: request.of,
    waves: [table.wave],
    dimensions: shownDimensions(dimensions, request.shown),
    groups,
    weighted: request.weighted,
    confidenceLevel: request.confidenceLevel,
  })
}

function figure(table: RawMeans, slots: readonly number[], categories: readonly string[]): MeanFigure {
  const group = table.groups[cubeIndex(table.shape, slots)]!
  return {
    status: 'VALUE',
    categories,
    base: group.base,
    mean: group.mean,
    standardDeviation: group.standardDeviation ?? null,
    standardError: group.standardError ?? null,
    lowerQuartile: group.lowerQuartile,
    median: group.median,
    upperQuartile: group.upperQuartile,
    interval: group.interval ?? null,
  }
}
