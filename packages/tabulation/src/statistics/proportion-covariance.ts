import type { SampleDesign } from '../sample-design.ts'
import { clusterDeviations, linearisedCovariance } from './linearised-variance.ts'
import { sumOf, type UnitSums } from './unit-sums.ts'

/**
 * Linearised covariance matrix of the proportions of the cells of a table of weight `W`, from scores `w (y - p) / W`
 * with `y` 1 for those in the cell and 0 for the others.
 *
 * Source: R `survey::svymean` of the indicators of a factor.
 */
export function proportionCovariance(
  cells: readonly UnitSums[],
  proportions: readonly number[],
  design: SampleDesign,
): number[][] {
  const units = design.stratumOf
  const total = sumOf(cells.map((cell) => sumOf(cell.weights)))
  const weights = units.map((_, unit) => sumOf(cells.map((cell) => cell.weights[unit]!)))
  const squares = units.map((_, unit) => sumOf(cells.map((cell) => cell.squaredWeights[unit]!)))
  const sums = cells.map((cell, index) =>
    units.map((_, unit) => (cell.weights[unit]! - proportions[index]! * weights[unit]!) / total),
  )
  if (design.clustered) {
    const deviations = sums.map((scores) => clusterDeviations(design, scores))
    return deviations.map((a) => deviations.map((b) => dot(a, b)))
  }
  return cells.map((a, row) =>
    cells.map((b, column) => {
      const [p, q] = [proportions[row]!, proportions[column]!]
      return linearisedCovariance(design, sums[row]!, sums[column]!, (unit) => {
        const [inA, inB] = [a.squaredWeights[unit]!, b.squaredWeights[unit]!]
        return ((row === column ? inA : 0) - q * inA - p * inB + p * q * squares[unit]!) / total ** 2
      })
    }),
  )
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let unit = 0; unit < a.length; unit++) sum += a[unit]! * b[unit]!
  return sum
}
