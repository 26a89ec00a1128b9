import type { LevelsColumn, NumericColumn } from './column.ts'
import { NO_ANSWER } from './column.ts'
import { codesAxis, unitsAxis } from './counting/axis.ts'
import { countCube, type Side } from './counting/count-cube.ts'
import { type CubeShape, walkCube } from './cube.ts'
import { blankDistribution, type Distribution } from './distribution.ts'
import type { Moments } from './moments.ts'
import { type SampledUnits, unitOf } from './sample-design.ts'
import { sideReader } from './table-sides.ts'

/** How often each level of a number occurs: each group has a place for each level by unit. */
export interface CountedLevels {
  readonly kind: 'counted'
  readonly moments: Moments
  readonly levels: Float64Array
  readonly units: number
}

/** The numbers of each group, one entry for each respondent, in no order. */
export interface GatheredNumbers {
  readonly kind: 'gathered'
  readonly groups: readonly Distribution[]
}

/** The numbers of each group by its place in the cube, as far as all groups take the same work. */
export type NumbersByGroup = CountedLevels | GatheredNumbers

/** The numbers of the group at a place. */
export function distributionAt(numbers: NumbersByGroup, place: number): Distribution {
  return numbers.kind === 'counted' ? levelsAt(numbers, place) : ascending(numbers.groups[place]!)
}

/** Counts a number of few levels. Undefined where that takes too many bits. */
export function countLevels(
  sides: readonly Side[],
  shape: CubeShape,
  { levels, codes }: LevelsColumn,
  { stratumOf, unitBytes }: SampledUnits,
  weights: Float64Array | undefined,
  size: number,
): CountedLevels | undefined {
  const units = stratumOf.length
  const places = levels.length * units
  const axis = codesAxis(
    codes,
    Array.from(levels, (_, level) => level * units),
  )
  const inside = { axes: units === 1 ? [axis] : [axis, unitsAxis(unitBytes, units)], places }
  const moments = countCube(sides, shape, inside, weights, size)
  return moments && { kind: 'counted', moments, levels, units }
}

function levelsAt({ moments, levels, units }: CountedLevels, of: number): Distribution {
  const { respondents, weights, squaredWeights } = moments
  const from = of * levels.length * units
  const end = from + levels.length * units
  let entries = 0
  for (let place = from; place < end; place++) if (respondents[place]! > 0) entries++
  const group = blankDistribution(entries)
  for (let place = from, entry = 0; place < end; place++) {
    if (respondents[place] === 0) continue
    group.values[entry] = levels[Math.floor((place - from) / units)]!
    group.units[entry] = (place - from) % units
    group.respondents[entry] = respondents[place]!
    group.weights[entry] = weights[place]!
    group.squaredWeights[entry] = squaredWeights[place]!
    entry++
  }
  return group
}

/** Gathers any number: one entry for each respondent. */
export function gatherNumbers(
  sides: readonly Side[],
  shape: CubeShape,
  column: NumericColumn | LevelsColumn,
  design: SampledUnits,
  weights: Float64Array | undefined,
): GatheredNumbers {
  const { values, presence } = column.kind === 'numeric' ? column : numbersOf(column)
  const answered = Uint32Array.from(presence.keys()).filter((respondent) => presence[respondent] === 0)
  const readers = sides.map(sideReader)
  const sizes = new Uint32Array(shape.size)
  walkCube(answered, shape, readers, (group) => {
    sizes[group]! += 1
  })
  const groups = Array.from(sizes, blankDistribution)
  const filled = new Uint32Array(shape.size)
  walkCube(answered, shape, readers, (place, respondent) => {
    const group = groups[place]!
    const entry = filled[place]!++
    const weight = weights?.[respondent] ?? 1
    group.values[entry] = values[respondent]!
    group.units[entry] = unitOf(design, respondent)
    group.respondents[entry] = 1
    group.weights[entry] = weight
    group.squaredWeights[entry] = weight * weight
  })
  return { kind: 'gathered', groups }
}

function ascending(group: Distribution): Distribution {
  const order = Uint32Array.from(group.values.keys()).sort((a, b) => group.values[a]! - group.values[b]!)
  const sorted = (entries: Float64Array) => Float64Array.from(order, (entry) => entries[entry]!)
  return {
    values: sorted(group.values),
    units: sorted(group.units),
    respondents: sorted(group.respondents),
    weights: sorted(group.weights),
    squaredWeights: sorted(group.squaredWeights),
  }
}

function numbersOf({ levels, codes }: LevelsColumn): NumericColumn {
  return {
    kind: 'numeric',
    values: Float64Array.from(codes, (code) => levels[code] ?? 0),
    presence: codes.map((code) => (code < NO_ANSWER ? 0 : code)),
  }
}
