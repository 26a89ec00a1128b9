/**
 * P-values corrected for their number: of `m` in ascending order the `k`-th becomes the largest `(m - i + 1) p(i)`
 * over `i` up to `k`, at most 1.
 *
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70; R `p.adjust`.
 *
 * @returns in the order given.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const adjusted = pValues.map(() => 1)
  let least = 0
  const ascending = [...pValues.keys()].sort((a, b) => pValues[a]! - pValues[b]!)
  for (const [rank, index] of ascending.entries()) {
    least = Math.min(1, Math.max(least, (pValues.length - rank) * pValues[index]!))
    adjusted[index] = least
  }
  return adjusted
}
