import type { NumericColumn } from './column.ts'
import { type CubeShape, cubeShape, walkCube } from './cube.ts'
import { dimensionOf, type TableDimension } from './dimension.ts'
import type { Unprotected } from './raw.ts'
import { slotReader } from './slots.ts'
import type { MeansRequest } from './table-request.ts'
import { sidesOf } from './tabulate.ts'
import type { WaveData } from './wave-data.ts'

/** The answers of one group to a numeric question, with their weights. */
export interface GroupValues {
  readonly values: readonly number[]
  readonly weights: readonly number[]
}

/** The values of a numeric variable per group, as answered. Not fit to show anyone. */
export interface RawMeans extends Unprotected {
  readonly kind: 'means'
  readonly wave: string
  readonly request: MeansRequest
  /** The grouping variables, then filters. */
  readonly dimensions: readonly TableDimension[]
  readonly shape: CubeShape
  /** By place in the cube. */
  readonly groups: readonly GroupValues[]
  /** Whether every variable of the table was asked in this wave. */
  readonly asked: boolean
  /** Respondents of the whole wave. */
  readonly size: number
}

/** Gathers the values of a numeric variable by group. Respondents without a number are left out. */
export function tabulateMeans(data: WaveData, request: MeansRequest): RawMeans {
  const sides = sidesOf(data, [
    ...request.by.map((code) => ['ROW', code] as const),
    ...request.filter.map((selection) => ['FILTER', selection.variable] as const),
  ])
  const columns = sides.map((side) => data.columns.get(side.variable.code))
  const dimensions = sides.map((side, index) => dimensionOf(side.variable, columns[index], side.role))
  const shape = cubeShape(dimensions)
  const groups = Array.from({ length: shape.size }, () => ({
    values: [] as number[],
    weights: [] as number[],
  }))
  const numeric = numericColumn(data, request.of)
  const weights = request.weighted ? data.weights : undefined
  const readers = sides.map((side, index) => slotReader(side.variable, columns[index]))
  if (numeric !== undefined) {
    walkCube(data.size, shape, readers, (index, respondent) => {
      if (numeric.presence[respondent] !== 0) return
      groups[index]!.values.push(numeric.values[respondent]!)
      groups[index]!.weights.push(weights?.[respondent] ?? 1)
    })
  }
  return {
    protection: 'none',
    kind: 'means',
    wave: data.wave,
    request,
    dimensions,
    shape,
    groups,
    asked: numeric !== undefined && columns.every((column) => column !== undefined),
    size: data.size,
  }
}

function numericColumn(data: WaveData, code: string): NumericColumn | undefined {
  const column = data.columns.get(code)
  if (column !== undefined && column.kind !== 'numeric') throw new RangeError(`${code} is not numeric`)
  return column
}
