import { unitsAxis } from './counting/axis.ts'
import { countCube, type Side } from './counting/count-cube.ts'
import { type CubeShape, cubeShape, walkCube } from './cube.ts'
import type { TableDimension } from './dimension.ts'
import { type Moments, noMoments, roundSums, sumsOf } from './moments.ts'
import type { Unprotected } from './raw.ts'
import { type SampleDesign, type SampledUnits, simpleDesign, unitOf } from './sample-design.ts'
import type { CrosstabRequest } from './table-request.ts'
import { sideReader, tableSides } from './table-sides.ts'
import type { WaveData } from './wave-data.ts'

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

/** Counts a cross-tab. A respondent counts when asked every variable of the table and answering each. */
export function tabulate(data: WaveData, request: CrosstabRequest): RawCrosstab {
  const columns = request.columns.map((code) => ['COLUMN', code] as const)
  const sides = tableSides(data, [['ROW', request.rows], ...columns], request.filter)
  const dimensions = sides.map(({ dimension }) => dimension)
  const shape = cubeShape(dimensions)
  const weights = request.weighted ? data.weights : undefined
  const sample = (request.weighted ? data.design : undefined) ?? simpleDesign(data.size)
  const { clustered, strata, stratumOf, unitBytes } = sample
  const places = stratumOf.length
  const inside = { axes: places === 1 ? [] : [unitsAxis(unitBytes, places)], places }
  const unitMoments =
    countCube(sides, shape, inside, weights, data.size) ??
    walkMoments(sides, shape, sample, weights, data.size)
  return {
    protection: 'none',
    kind: 'crosstab',
    wave: data.wave,
    request,
    dimensions,
    shape,
    moments: places === 1 ? unitMoments : overUnits(unitMoments, places),
    design: { clustered, strata, stratumOf },
    unitMoments,
    asked: sides.every(({ column }) => column !== undefined),
    size: data.size,
  }
}

function walkMoments(
  sides: readonly Side[],
  shape: CubeShape,
  design: SampledUnits,
  weights: Float64Array | undefined,
  size: number,
): Moments {
  const places = design.stratumOf.length
  const moments = noMoments(shape.size * places, weights !== undefined)
  const everyone = Uint32Array.from({ length: size }, (_, respondent) => respondent)
  walkCube(everyone, shape, sides.map(sideReader), (index, respondent) => {
    const place = index * places + unitOf(design, respondent)
    moments.respondents[place]! += 1
    if (weights === undefined) return
    moments.weights[place]! += weights[respondent]!
    moments.squaredWeights[place]! += weights[respondent]! ** 2
  })
  roundSums(moments)
  return moments
}

function overUnits(unitMoments: Moments, units: number): Moments {
  const weighted = unitMoments.weights !== unitMoments.respondents
  const moments = noMoments(unitMoments.respondents.length / units, weighted)
  const targets = sumsOf(moments)
  for (const [index, sums] of sumsOf(unitMoments).entries()) {
    for (const [place, sum] of sums.entries()) targets[index]![Math.floor(place / units)]! += sum
  }
  return moments
}
