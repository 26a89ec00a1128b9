import { chiSquareUpper, fUpper } from '../distributions.ts'
import type { SampleDesign } from '../sample-design.ts'
import { emptyCellsHoldContrast, interactionContrasts } from './interaction-contrasts.ts'
import { multiply, solve, trace } from './matrix.ts'
import { chiSquare, type IndependenceTest, withoutEmptyLines } from './pearson.ts'
import { proportionCovariance } from './proportion-covariance.ts'
import { degreesOfFreedom, sumOf, type UnitSums } from './unit-sums.ts'

/** Design effects are about 1; a sum below this is rounding error. */
const NO_EFFECT = 1e-12

/** A weighted two-way table: the cells, rows first, and how its respondents were sampled. */
export interface SampledTable {
  readonly cells: readonly (readonly UnitSums[])[]
  readonly design: SampleDesign
}

/**
 * Second-order Rao-Scott test of independence, as R's `svychisq(statistic = "F")` on the respondents of the table.
 * With `D` the matrix of generalised design effects of the interaction contrasts, `F = X^2 / trace(D)` has
 * `d = trace(D)^2 / trace(D D)` and `d nu` degrees of freedom, where `nu` is those of the table in the sample.
 *
 * Undefined when fewer than two rows or columns hold anyone, and where `D` does not exist or is 0: so many cells
 * are empty that some contrast rests on empty cells alone, or the table leaves nothing to chance. Undefined too
 * without a degree of freedom.
 *
 * Source: Rao and Scott (1984), Annals of Statistics 12, 46-60; Thomas and Rao (1987).
 */
export function raoScottTest(table: SampledTable): IndependenceTest | undefined {
  const found = designEffects(table)
  if (found === undefined) return undefined
  const { pearson, effects, nu } = found
  const statistic = pearson / trace(effects)
  const df = trace(effects) ** 2 / trace(multiply(effects, effects))
  const denominator = df * nu
  return {
    method: 'RAO_SCOTT',
    statistic,
    degreesOfFreedom: df,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpper(statistic, df, denominator),
  }
}

/**
 * First-order Rao-Scott test, as R's `svychisq(statistic = "Chisq")`: Pearson's `X^2` of the weighted table, its
 * p-value from `X^2` over the mean design effect. Undefined as `raoScottTest` is.
 *
 * Source: Rao and Scott (1984), Annals of Statistics 12, 46-60.
 */
export function firstOrderRaoScott(table: SampledTable) {
  const found = designEffects(table)
  if (found === undefined) return undefined
  const df = found.effects.length
  const pValue = chiSquareUpper((found.pearson * df) / trace(found.effects), df)
  return { statistic: found.pearson, degreesOfFreedom: df, pValue }
}

function designEffects(table: SampledTable) {
  const { design } = table
  const matrix = withoutEmptyLines(table.cells, (cell) => sumOf(cell.weights) > 0)
  const columns = matrix[0]?.length ?? 0
  const weights = matrix.map((row) => row.map((cell) => sumOf(cell.weights)))
  if (matrix.length < 2 || columns < 2 || emptyCellsHoldContrast(weights)) return undefined
  const cells = matrix.flat()
  const inUnits = design.stratumOf.map((_, unit) => sumOf(cells.map((cell) => cell.respondents[unit]!)))
  const nu = degreesOfFreedom(design, inUnits)
  if (nu < 1) return undefined
  const respondents = sumOf(inUnits)
  const total = sumOf(weights.flat())
  const proportions = weights.flat().map((weight) => weight / total)
  const contrasts = interactionContrasts(matrix.length, columns)
  const scaled = contrasts.map((contrast) =>
    contrast.map((value, cell) => (proportions[cell]! > 0 ? value / proportions[cell]! : 0)),
  )
  const simple = contrasts.map((a) =>
    scaled.map((b) => sumOf(a.map((value, cell) => value * b[cell]!)) / respondents),
  )
  const actual = multiply(
    multiply(scaled, proportionCovariance(cells, proportions, design)),
    scaled[0]!.map((_, cell) => scaled.map((row) => row[cell]!)),
  )
  const effects = solve(simple, actual)
  if (trace(effects) < NO_EFFECT) return undefined
  const observed = weights.map((row) => row.map((weight) => (weight * respondents) / total))
  return { pearson: chiSquare(observed), effects, nu }
}
