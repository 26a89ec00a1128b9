import { NO_ANSWER } from './column.ts'
import { type CubeShape, cubeShape, walkCube } from './cube.ts'
import { dimensionOf, type TableDimension } from './dimension.ts'
import type { Distribution } from './distribution.ts'
import type { Unprotected } from './raw.ts'
import { simpleDesign } from './sample-design.ts'
import { slotReader } from './slots.ts'
import { describeValues, type ValueDescription } from './statistics/describe-values.ts'
import type { MeansRequest } from './table-request.ts'
import { sidesOf, unitOf } from './tabulate.ts'
import type { WaveData } from './wave-data.ts'

/** A group that gave numbers: how many respondents did, and what their numbers are like. */
export interface DescribedGroup extends ValueDescription {
  readonly base: number
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

interface Entry {
  readonly value: number
  readonly unit: number
  readonly weight: number
}

/** Describes a numeric variable by group. Respondents without a number are left out. */
export function tabulateMeans(data: WaveData, request: MeansRequest): RawMeans {
  const sides = sidesOf(data, [
    ...request.by.map((code) => ['ROW', code] as const),
    ...request.filter.map((selection) => ['FILTER', selection.variable] as const),
  ])
  const columns = sides.map((side) => data.columns.get(side.variable.code))
  const dimensions = sides.map((side, index) => dimensionOf(side.variable, columns[index], side.role))
  const shape = cubeShape(dimensions)
  const groups = Array.from({ length: shape.size }, () => [] as Entry[])
  const readNumber = numberReader(data, request.of)
  const weights = request.weighted ? data.weights : undefined
  const design = (request.weighted ? data.design : undefined) ?? simpleDesign(data.size)
  const readers = sides.map((side, index) => slotReader(side.variable, columns[index]))
  walkCube(data.size, shape, readers, (index, respondent) => {
    const value = readNumber(respondent)
    if (value === undefined) return
    groups[index]!.push({ value, unit: unitOf(design, respondent), weight: weights?.[respondent] ?? 1 })
  })
  const { weighted, confidenceLevel } = request
  return {
    protection: 'none',
    kind: 'means',
    wave: data.wave,
    request,
    dimensions,
    shape,
    groups: groups.map((entries) =>
      entries.length === 0
        ? undefined
        : {
            base: entries.length,
            ...describeValues(distributionOf(entries), { weighted, design, confidenceLevel }),
          },
    ),
    asked: data.columns.has(request.of) && columns.every((column) => column !== undefined),
  }
}

function distributionOf(entries: Entry[]): Distribution {
  entries.sort((a, b) => a.value - b.value)
  return {
    values: entries.map(({ value }) => value),
    units: entries.map(({ unit }) => unit),
    respondents: entries.map(() => 1),
    weights: entries.map(({ weight }) => weight),
    squaredWeights: entries.map(({ weight }) => weight * weight),
  }
}

function numberReader(data: WaveData, code: string): (respondent: number) => number | undefined {
  const column = data.columns.get(code)
  switch (column?.kind) {
    case undefined:
      return () => undefined
    case 'numeric':
      return (respondent) => (column.presence[respondent] === 0 ? column.values[respondent] : undefined)
    case 'levels':
      return (respondent) =>
        column.codes[respondent]! < NO_ANSWER ? column.levels[column.codes[respondent]!] : undefined
    default:
      throw new RangeError(`${code} is not numeric`)
  }
}
