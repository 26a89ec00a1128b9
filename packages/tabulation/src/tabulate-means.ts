import type { LevelsColumn, NumericColumn } from './column.ts'
import { NO_ANSWER } from './column.ts'
import { codesAxis, unitsAxis } from './counting/axis.ts'
import { countCube, type Side } from './counting/count-cube.ts'
import { type CubeShape, cubeShape, walkCube } from './cube.ts'
import type { TableDimension } from './dimension.ts'
import { blankDistribution, type Distribution } from './distribution.ts'
import type { Moments } from './moments.ts'
import type { Unprotected } from './raw.ts'
import { type SampledUnits, simpleDesign, unitOf } from './sample-design.ts'
import { describeValues, type ValueDescription } from './statistics/describe-values.ts'
import { effectiveBase } from './statistics/effective-base.ts'
import { sumOf } from './statistics/unit-sums.ts'
import type { MeansRequest } from './table-request.ts'
import { sideReader, tableSides } from './table-sides.ts'
import type { WaveData } from './wave-data.ts'

/** A group that gave numbers: how many respondents did, and what their numbers are like. */
export interface DescribedGroup extends ValueDescription {
  readonly base: number
  /** Kish's. */
  readonly effectiveBase: number
}

/** The description of a numeric variable per group. Not fit to show anyone. */
export interface RawMeans extends Unprotected {
  readonly kind: 'means'
  readonly wave: string
  readonly request: MeansRequest
  /** The grouping variables, then filters. */
  readonly dimensions: readonly TableDimension[]
  readonly shape: CubeShape
  /** By place in the cube; undefined where nobody gave a number. */
  readonly groups: readonly (DescribedGroup | undefined)[]
  /** Whether every variable of the table was asked in this wave. */
  readonly asked: boolean
}

/** Describes a numeric variable by group. Respondents without a number are left out. */
export function tabulateMeans(data: WaveData, request: MeansRequest): RawMeans {
  const sides = tableSides(
    data,
    request.by.map((code) => ['ROW', code] as const),
    request.filter,
  )
  const dimensions = sides.map(({ dimension }) => dimension)
  const shape = cubeShape(dimensions)
  const numbers = numericColumn(data, request.of)
  const weights = request.weighted ? data.weights : undefined
  const design = (request.weighted ? data.design : undefined) ?? simpleDesign(data.size)
  const distributions =
    numbers === undefined
      ? Array.from({ length: shape.size }, () => blankDistribution(0))
      : ((numbers.kind === 'levels'
          ? countLevels(sides, shape, numbers, design, weights, data.size)
          : undefined) ?? gatherNumbers(sides, shape, numbers, design, weights))
  const { weighted, confidenceLevel } = request
  return {
    protection: 'none',
    kind: 'means',
    wave: data.wave,
    request,
    dimensions,
    shape,
    groups: distributions.map((group) =>
      group.values.length === 0
        ? undefined
        : {
            base: sumOf(group.respondents),
            effectiveBase: effectiveBase(sumOf(group.weights), sumOf(group.squaredWeights)),
            ...describeValues(group, { weighted, design, confidenceLevel }),
          },
    ),
    asked: numbers !== undefined && sides.every(({ column }) => column !== undefined),
  }
}

function numericColumn(data: WaveData, code: string): NumericColumn | LevelsColumn | undefined {
  const column = data.columns.get(code)
  if (column === undefined || column.kind === 'numeric' || column.kind === 'levels') return column
  throw new RangeError(`${code} is not numeric`)
}

/** The distributions of a number of few levels: how often each occurs. */
function countLevels(
  sides: readonly Side[],
  shape: CubeShape,
  { levels, codes }: LevelsColumn,
  { stratumOf, unitBytes }: SampledUnits,
  weights: Float64Array | undefined,
  size: number,
): Distribution[] | undefined {
  const units = stratumOf.length
  const places = levels.length * units
  const axis = codesAxis(
    codes,
    Array.from(levels, (_, level) => level * units),
  )
  const inside = { axes: units === 1 ? [axis] : [axis, unitsAxis(unitBytes, units)], places }
  const moments = countCube(sides, shape, inside, weights, size)
  if (moments === undefined) return undefined
  return Array.from({ length: shape.size }, (_, group) => levelsAt(moments, group * places, levels, units))
}

/** The distribution in the places of a group, of which each level has one by unit. */
function levelsAt(moments: Moments, from: number, levels: Float64Array, units: number): Distribution {
  const { respondents, weights, squaredWeights } = moments
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

/** The distributions of any number: one entry for each respondent. */
function gatherNumbers(
  sides: readonly Side[],
  shape: CubeShape,
  column: NumericColumn | LevelsColumn,
  design: SampledUnits,
  weights: Float64Array | undefined,
): Distribution[] {
  const { values, presence } = column.kind === 'numeric' ? column : numbersOf(column)
  const answered = Uint32Array.from(presence.keys()).filter((respondent) => presence[respondent] === 0)
  answered.sort((a, b) => values[a]! - values[b]!)
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
  return groups
}

function numbersOf({ levels, codes }: LevelsColumn): NumericColumn {
  return {
    kind: 'numeric',
    values: Float64Array.from(codes, (code) => levels[code] ?? 0),
    presence: codes.map((code) => (code < NO_ANSWER ? 0 : code)),
  }
}
