import { type CubeShape, cubeShape, walkCube } from './cube.ts'
import { type DimensionRole, dimensionOf, type TableDimension } from './dimension.ts'
import type { Unprotected } from './raw.ts'
import { type SampleDesign, type SampledUnits, simpleDesign } from './sample-design.ts'
import { slotReader } from './slots.ts'
import type { CrosstabRequest } from './table-request.ts'
import type { VariableCodes, WaveData } from './wave-data.ts'

/** Sums per combination of slots: respondents, weights and squared weights. */
export interface Moments {
  readonly respondents: Float64Array
  readonly weights: Float64Array
  readonly squaredWeights: Float64Array
}

/** A cross-tab of one wave as counted: every combination of slots, totals included. Not fit to show anyone. */
export interface RawCrosstab extends Unprotected {
  readonly kind: 'crosstab'
  readonly wave: string
  readonly request: CrosstabRequest
  /** Rows, then columns, then filters. */
  readonly dimensions: readonly TableDimension[]
  readonly shape: CubeShape
  readonly moments: Moments
  /** How the respondents of a weighted table were sampled; simple in an unweighted one. */
  readonly design: SampleDesign
  /** The moments by sampling unit, at `place in the cube * number of units + unit`. */
  readonly unitMoments: Moments
  /** Whether every variable of the table was asked in this wave. */
  readonly asked: boolean
  /** Respondents of the whole wave. */
  readonly size: number
}

/** A variable's place in a request. */
export interface Side {
  readonly role: DimensionRole
  readonly variable: VariableCodes
}

/**
 * Looks up the variables of a request in a wave.
 *
 * @throws RangeError when the wave's codebook lacks one; callers check the request first.
 */
export function sidesOf(data: WaveData, roles: readonly (readonly [DimensionRole, string])[]): Side[] {
  return roles.map(([role, code]) => {
    const variable = data.variables.get(code)
    if (variable === undefined) throw new RangeError(`wave ${data.wave} has no variable ${code}`)
    return { role, variable }
  })
}

/** Counts a cross-tab. A respondent counts when asked every variable of the table and answering each. */
export function tabulate(data: WaveData, request: CrosstabRequest): RawCrosstab {
  const sides = sidesOf(data, [
    ['ROW', request.rows],
    ...request.columns.map((code) => ['COLUMN', code] as const),
    ...request.filter.map((selection) => ['FILTER', selection.variable] as const),
  ])
  const columns = sides.map((side) => data.columns.get(side.variable.code))
  const dimensions = sides.map((side, index) => dimensionOf(side.variable, columns[index], side.role))
  const shape = cubeShape(dimensions)
  const design = (request.weighted ? data.design : undefined) ?? simpleDesign(data.size)
  const units = design.stratumOf.length
  const moments = noMoments(shape.size)
  const unitMoments = noMoments(shape.size * units)
  const weights = request.weighted ? data.weights : undefined
  const readers = sides.map((side, index) => slotReader(side.variable, columns[index]))
  walkCube(data.size, shape, readers, (index, respondent) => {
    const weight = weights?.[respondent] ?? 1
    for (const [sums, place] of [
      [moments, index],
      [unitMoments, index * units + unitOf(design, respondent)],
    ] as const) {
      sums.respondents[place]! += 1
      sums.weights[place]! += weight
      sums.squaredWeights[place]! += weight * weight
    }
  })
  return {
    protection: 'none',
    kind: 'crosstab',
    wave: data.wave,
    request,
    dimensions,
    shape,
    moments,
    design,
    unitMoments,
    asked: columns.every((column) => column !== undefined),
    size: data.size,
  }
}

function noMoments(size: number): Moments {
  return {
    respondents: new Float64Array(size),
    weights: new Float64Array(size),
    squaredWeights: new Float64Array(size),
  }
}

/** The sampling unit of a respondent. */
export function unitOf({ unitBytes }: SampledUnits, respondent: number): number {
  return unitBytes.reduceRight((unit, bytes) => unit * 256 + bytes[respondent]!, 0)
}
