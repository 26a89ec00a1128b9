import { fUpper } from '../distributions.ts'
import { multiply, solve, trace } from './matrix.ts'
import { chiSquare, type IndependenceTest, type Matrix } from './pearson.ts'

/** Design effects are about 1; a sum below this is rounding error. */
const NO_EFFECT = 1e-12

/** A weighted two-way table: per cell the sum of weights and of squared weights. */
export interface WeightedTable {
  readonly weights: Matrix
  readonly squaredWeights: Matrix
  /** Respondents in the table. */
  readonly respondents: number
  /** Respondents of the whole wave. */
  readonly size: number
}

/**
 * Second-order Rao-Scott test of independence, as R's `svychisq(statistic = "F")` for a design of weights only.
 * With `D` the matrix of generalised design effects of the interaction contrasts, `F = X^2 / trace(D)` has
 * `d = trace(D)^2 / trace(D D)` and `d * (respondents - 1)` degrees of freedom.
 *
 * Undefined when fewer than two rows or columns hold anyone, and where `D` does not exist or is 0: so many cells
 * are empty that some contrast rests on empty cells alone, or the table leaves nothing to chance.
 *
 * Source: Rao and Scott (1984), Annals of Statistics 12, 46-60; Thomas and Rao (1987).
 */
export function raoScottTest(table: WeightedTable): IndependenceTest | undefined {
  const { weights, squaredWeights, respondents } = compact(table)
  const columns = weights[0]?.length ?? 0
  if (weights.length < 2 || columns < 2 || emptyCellsHoldContrast(weights)) return undefined
  const total = weights.flat().reduce((sum, value) => sum + value, 0)
  const proportions = weights.flat().map((value) => value / total)
  const contrasts = interactionContrasts(weights.length, columns)
  const scaled = contrasts.map((contrast) =>
    contrast.map((value, cell) => (proportions[cell]! > 0 ? value / proportions[cell]! : 0)),
  )
  const covariance = cellCovariance(proportions, squaredWeights.flat(), total, table.size)
  const simple = contrasts.map((a) =>
    scaled.map((b) => a.reduce((sum, value, cell) => sum + value * b[cell]!, 0) / respondents),
  )
  const actual = multiply(
    multiply(scaled, covariance),
    scaled[0]!.map((_, cell) => scaled.map((row) => row[cell]!)),
  )
  const effects = solve(simple, actual)
  const effectSum = trace(effects)
  if (effectSum < NO_EFFECT) return undefined
  const df = effectSum ** 2 / trace(multiply(effects, effects))
  const observed = weights.map((row) => row.map((value) => (value * respondents) / total))
  const statistic = chiSquare(observed) / effectSum
  const denominator = df * (respondents - 1)
  return {
    method: 'RAO_SCOTT',
    statistic,
    degreesOfFreedom: df,
    denominatorDegreesOfFreedom: denominator,
    pValue: fUpper(statistic, df, denominator),
  }
}

function compact(table: WeightedTable): WeightedTable {
  const rows = table.weights.flatMap((row, index) => (row.some((value) => value > 0) ? [index] : []))
  const columns = (table.weights[0] ?? []).flatMap((_, column) =>
    table.weights.some((row) => row[column]! > 0) ? [column] : [],
  )
  const keep = (matrix: Matrix) => rows.map((row) => columns.map((column) => matrix[row]![column]!))
  return { ...table, weights: keep(table.weights), squaredWeights: keep(table.squaredWeights) }
}

/** A basis of what is left of the cells when row and column effects are taken out. */
function interactionContrasts(rows: number, columns: number): number[][] {
  const contrasts: number[][] = []
  for (let r = 0; r < rows - 1; r++) {
    for (let c = 0; c < columns - 1; c++) {
      const contrast = new Array<number>(rows * columns).fill(0)
      contrast[r * columns + c] = 1
      contrast[(rows - 1) * columns + c] = -1
      contrast[r * columns + columns - 1] = -1
      contrast[rows * columns - 1] = 1
      contrasts.push(contrast)
    }
  }
  return contrasts
}

/**
 * Whether an interaction contrast can be made of empty cells only. Such a contrast alternates around a closed
 * walk through rows and columns, so there is one if empty cells, as edges between rows and columns, close a cycle.
 */
function emptyCellsHoldContrast(weights: Matrix): boolean {
  const rows = weights.length
  const linked = Array.from({ length: rows + weights[0]!.length }, (_, line) => line)
  return weights.some((row, r) =>
    row.some((weight, c) => {
      if (weight > 0) return false
      const from = linked[r]!
      const to = linked[rows + c]!
      for (const [line, group] of linked.entries()) if (group === from) linked[line] = to
      return from === to
    }),
  )
}

function cellCovariance(p: number[], squares: number[], total: number, size: number): number[][] {
  const sum = squares.reduce((all, value) => all + value, 0)
  const factor = size / (size - 1) / total ** 2
  return p.map((pa, a) =>
    p.map((pb, b) => {
      const shared = a === b ? squares[a]! : 0
      return factor * (shared - pb * squares[a]! - pa * squares[b]! + pa * pb * sum)
    }),
  )
}
