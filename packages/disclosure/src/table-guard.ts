import type { GroupSelection, ShownGroups, TableDimension } from '@peo/tabulation'
import type { Refusal } from './protected.ts'
import { EVERYONE, familyKey, groupKey, type ReleasePlan } from './release-plan.ts'
import { familiesOf } from './released-families.ts'

/** Says of a combination of slots, one per dimension, whether its figures may be shown. */
export type TableGuard = (slots: readonly number[]) => boolean

/**
 * The guard of a table over these dimensions, or a refusal where its shape is not released or was not checked.
 *
 * @throws RangeError when the plan is of another wave
 */
export function tableGuard(
  plan: ReleasePlan,
  table: {
    readonly wave: string
    readonly dimensions: readonly TableDimension[]
    readonly request: { readonly weighted: boolean }
  },
  alsoUsed: readonly string[] = [],
): TableGuard | Refusal {
  const { wave, dimensions, request } = table
  if (wave !== plan.wave) throw new RangeError(`a plan of ${plan.wave} says nothing of ${wave}`)
  const variables = [...alsoUsed, ...dimensions.map((dimension) => dimension.variable)]
  const withheldOf = request.weighted ? plan.withheldWeighted : plan.withheld
  const families = familiesOf(variables, plan)
  if (families?.every((family) => familyKey(family) in withheldOf) !== true) return refusal(plan, variables)
  const checks = families.map((family) => ({
    withheld: withheldOf[familyKey(family)]!,
    places: family.by.map((code) => dimensions.findIndex((dimension) => dimension.variable === code)),
  }))
  const said = new Map<number, boolean>()
  return (slots) => {
    let place = 0
    for (let index = 0; index < slots.length; index++) {
      place = place * (dimensions[index]!.any + 1) + slots[index]!
    }
    const known = said.get(place)
    if (known !== undefined) return known
    const shows = checks.every(({ withheld, places }) => {
      const codes = places.map((place) => dimensions[place]?.codes[slots[place]!] ?? EVERYONE)
      return !Object.hasOwn(withheld, groupKey(codes))
    })
    said.set(place, shows)
    return shows
  }
}

/**
 * A refusal where no table of these variables is released, whatever the answers. It costs nothing, so ask it before
 * counting. A variable that the wave did not ask stands for a question.
 */
export function refuseShape(plan: ReleasePlan, variables: readonly string[]): Refusal | undefined {
  return familiesOf(variables, plan) === undefined ? refusal(plan, variables) : undefined
}

function refusal(plan: ReleasePlan, variables: readonly string[]): Refusal {
  return { kind: 'refusal', code: 'BREAKDOWN_NOT_RELEASED', variables, released: plan.breakdowns }
}

/** Whether every group that a filter selects exists in this wave; another wave may know more categories. */
export function knowsGroups(
  dimensions: readonly TableDimension[],
  filter: readonly GroupSelection[],
): boolean {
  return dimensions.every(
    (dimension) => dimension.role !== 'FILTER' || selectedSlot(dimension, filter) !== -1,
  )
}

/** Everyone in the table: all who answered, within the groups that the filter selects. */
export function everyoneSlots(
  dimensions: readonly TableDimension[],
  filter: readonly GroupSelection[],
): number[] {
  return dimensions.map((dimension) =>
    dimension.role === 'FILTER' ? selectedSlot(dimension, filter) : dimension.any,
  )
}

function selectedSlot(dimension: TableDimension, filter: readonly GroupSelection[]): number {
  const selected = filter.find((selection) => selection.variable === dimension.variable)
  return selected === undefined ? -1 : dimension.codes.indexOf(selected.code)
}

/** Every combination of the slots that are shown: categories and nets, one group for a filter. */
export function shownSlots(
  dimensions: readonly TableDimension[],
  filter: readonly GroupSelection[],
  shown: readonly ShownGroups[],
): number[][] {
  const perDimension = dimensions.map((dimension) => {
    if (dimension.role === 'FILTER') return [selectedSlot(dimension, filter)]
    const only = shown.find((selection) => selection.variable === dimension.variable)?.codes
    return dimension.codes.flatMap((code, slot) => (only === undefined || only.includes(code) ? [slot] : []))
  })
  return perDimension.reduce<number[][]>(
    (tuples, slots) => tuples.flatMap((tuple) => slots.map((slot) => [...tuple, slot])),
    [[]],
  )
}

/** The codes of a combination of slots, in the order of the dimensions that a reader sees. */
export function shownCodes(dimensions: readonly TableDimension[], slots: readonly number[]): string[] {
  const codes: string[] = []
  for (const [index, { role, codes: all }] of dimensions.entries()) {
    if (role !== 'FILTER') codes.push(all[slots[index]!]!)
  }
  return codes
}

/** The dimensions that a reader sees, narrowed to the groups shown. */
export function shownDimensions(dimensions: readonly TableDimension[], shown: readonly ShownGroups[]) {
  return dimensions.flatMap(({ role, variable, codes, categoryCount }) => {
    if (role === 'FILTER') return []
    const only = shown.find((selection) => selection.variable === variable)?.codes
    const kept = codes.filter((code) => only === undefined || only.includes(code))
    const categories = codes.slice(0, categoryCount)
    return [
      {
        role,
        variable,
        codes: kept,
        categoryCount: kept.filter((code) => categories.includes(code)).length,
      },
    ]
  })
}
