import type { LevelsColumn, NumericColumn } from './column.ts'
import { type CubeShape, cubeShape } from './cube.ts'
import type { TableDimension } from './dimension.ts'
import { countLevels, distributionAt, gatherNumbers, type NumbersByGroup } from './numbers-by-group.ts'
import type { Unprotected } from './raw.ts'
import { type SampleDesign, simpleDesign } from './sample-design.ts'
import { describeValues, type ValueDescription } from './statistics/describe-values.ts'
import { effectiveBase } from './statistics/effective-base.ts'
import { sumOf } from './statistics/unit-sums.ts'
import type { MeansRequest } from './table-request.ts'
import { tableSides } from './table-sides.ts'
import type { WaveData } from './wave-data.ts'

/** A group that gave numbers: how many respondents did, and what their numbers are like. */
export interface DescribedGroup extends ValueDescription {
  readonly base: number
  /** Kish's. */
  readonly effectiveBase: number
}

/** The numbers given to a question per group, not described yet. Not fit to show anyone. */
export interface RawMeans extends Unprotected {
  readonly kind: 'means'
  readonly wave: string
  readonly request: MeansRequest
  /** The grouping variables, then filters. */
  readonly dimensions: readonly TableDimension[]
  readonly shape: CubeShape
  /** Undefined where the wave did not ask the question. */
  readonly numbers: NumbersByGroup | undefined
  /** How the respondents of a weighted table were sampled; simple in an unweighted one. */
  readonly design: SampleDesign
  /** Whether every variable of the table was asked in this wave. */
  readonly asked: boolean
}

/** Counts a numeric variable by group. Respondents without a number are left out. */
export function tabulateMeans(data: WaveData, request: MeansRequest): RawMeans {
  const sides = tableSides(
    data,
    request.by.map((code) => ['ROW', code] as const),
    request.filter,
  )
  const dimensions = sides.map(({ dimension }) => dimension)
  const shape = cubeShape(dimensions)
  const column = numericColumn(data, request.of)
  const weights = request.weighted ? data.weights : undefined
  const sample = (request.weighted ? data.design : undefined) ?? simpleDesign(data.size)
  const { clustered, strata, stratumOf } = sample
  const counted =
    column?.kind === 'levels' ? countLevels(sides, shape, column, sample, weights, data.size) : undefined
  return {
    protection: 'none',
    kind: 'means',
    wave: data.wave,
    request,
    dimensions,
    shape,
    numbers: counted ?? (column && gatherNumbers(sides, shape, column, sample, weights)),
    design: { clustered, strata, stratumOf },
    asked: column !== undefined && sides.every(({ column }) => column !== undefined),
  }
}

/**
 * Describes the group at a place in the cube; undefined where nobody gave a number. Its work follows the numbers, so
 * of a group that is withheld a clock would tell: ask only for what is shown.
 */
export function describeGroup(table: RawMeans, place: number): DescribedGroup | undefined {
  const { numbers, design, request } = table
  const group = numbers && distributionAt(numbers, place)
  if (group === undefined || group.values.length === 0) return undefined
  const { weighted, confidenceLevel } = request
  return {
    base: sumOf(group.respondents),
    effectiveBase: effectiveBase(sumOf(group.weights), sumOf(group.squaredWeights)),
    ...describeValues(group, { weighted, design, confidenceLevel }),
  }
}

/** Describes all groups, by place in the cube. */
export function describeGroups(table: RawMeans): (DescribedGroup | undefined)[] {
  return Array.from({ length: table.shape.size }, (_, place) => describeGroup(table, place))
}

function numericColumn(data: WaveData, code: string): NumericColumn | LevelsColumn | undefined {
  const column = data.columns.get(code)
  if (column === undefined || column.kind === 'numeric' || column.kind === 'levels') return column
  throw new RangeError(`${code} is not numeric`)
}
