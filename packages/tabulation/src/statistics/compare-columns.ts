import { tTwoSided } from '../distributions.ts'

/** A proportion in one column of a table. */
export interface ColumnProportion {
  readonly proportion: number
  readonly variance: number
  readonly respondents: number
}

/**
 * Which columns each column is significantly higher than: pairwise t tests on the difference of two independent
 * proportions, `(p - q) / sqrt(v(p) + v(q))` with `n(p) + n(q) - 2` degrees of freedom, with Holm's step-down
 * correction over all pairs.
 *
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
 *
 * @returns per column, the indexes of the columns it exceeds, ascending.
 */
export function compareColumns(columns: readonly ColumnProportion[], confidenceLevel: number): number[][] {
  const pairs = columns
    .flatMap((a, high) =>
      columns.flatMap((b, low) =>
        a.proportion > b.proportion ? [{ high, low, pValue: pairwisePValue(a, b) }] : [],
      ),
    )
    .sort((a, b) => a.pValue - b.pValue)
  const comparisons = (columns.length * (columns.length - 1)) / 2
  const higher = columns.map((): number[] => [])
  for (const [rank, pair] of pairs.entries()) {
    if (pair.pValue * (comparisons - rank) > 1 - confidenceLevel) break
    higher[pair.high]!.push(pair.low)
  }
  return higher.map((lower) => lower.sort((a, b) => a - b))
}

function pairwisePValue(a: ColumnProportion, b: ColumnProportion): number {
  const variance = a.variance + b.variance
  const df = a.respondents + b.respondents - 2
  if (variance <= 0 || df < 1) return 1
  return tTwoSided((a.proportion - b.proportion) / Math.sqrt(variance), df)
}
