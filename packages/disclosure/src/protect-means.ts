import { cubeIndex, describeGroup, type RawMeans } from '@peo/tabulation'
import { markProtected } from './mark-protected.ts'
import { REST } from './own-beside-rest.ts'
import type { AbsentFigure, MeanFigure, ProtectedMeans, Refusal } from './protected.ts'
import { isSpreadWithheld, type ReleasePlan } from './release-plan.ts'
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
    return mayShow(place) ? { ...figure(table, place, plan), categories } : { status: 'WITHHELD', categories }
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

function figure(
  table: RawMeans,
  slots: readonly number[],
  plan: ReleasePlan,
): Omit<MeanFigure, 'categories'> {
  const group = describeGroup(table, cubeIndex(table.shape, slots))!
  const parts = isRest(table, slots, plan) ? Number.POSITIVE_INFINITY : quantileParts(table, plan)
  const by = table.dimensions.map(({ variable }) => variable)
  const hasSpread = !isSpreadWithheld(plan, { question: table.request.of, by })
  return {
    status: 'VALUE',
    base: group.base,
    effectiveBase: group.effectiveBase,
    mean: group.mean,
    standardDeviation: hasSpread ? (group.standardDeviation ?? null) : null,
    standardError: hasSpread ? (group.standardError ?? null) : null,
    lowerQuartile: group.base >= 4 * parts ? group.lowerQuartile : null,
    median: group.base >= 2 * parts ? group.median : null,
    upperQuartile: group.base >= 4 * parts ? group.upperQuartile : null,
    interval: hasSpread ? (group.interval ?? null) : null,
  }
}

/** Whether a group is everyone outside an organisation: no plan checked what a number in the middle of it tells. */
function isRest({ dimensions }: RawMeans, slots: readonly number[], { boundary }: ReleasePlan): boolean {
  return dimensions.some(
    ({ variable, codes }, index) => variable === boundary && codes[slots[index]!] === REST,
  )
}

/**
 * How many respondents the parts must have that a median or quartiles cut a group in: k. By a question there is no
 * such cut: there the numbers given are groups too, and these figures are single ones of them.
 */
function quantileParts({ dimensions }: RawMeans, plan: ReleasePlan): number {
  const byQuestion = dimensions.some(({ variable }) => !plan.background.includes(variable))
  return byQuestion ? Number.POSITIVE_INFINITY : plan.minimumGroupSize
}
