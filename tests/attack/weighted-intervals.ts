import { kornGraubard, proportionOf, proportionVariance, sampleDesign } from '@peo/tabulation'

/** Of those of one weight in a column: how many there are, and how many of them are in the cell. */
export interface WeightPart {
  readonly weight: number
  readonly count: number
  readonly base: number
}

/** Names an interval by its ends in percent. */
export const endsOf = (low: number, high: number) => `${low.toFixed(7)} ${high.toFixed(7)}`

/**
 * The make-up that each weighted interval has, by its ends, in a sample of so many respondents of two weights, of each
 * of which up to `most` are in the column. Where two make-ups have the same ends, neither is there.
 */
export function weightedIntervals(
  [first, second]: readonly [number, number],
  respondents: number,
  most: number,
): ReadonlyMap<string, readonly WeightPart[]> {
  const design = sampleDesign({ size: respondents })
  const known = new Map<string, readonly WeightPart[]>()
  const several = new Set<string>()
  for (const one of partsOf(first, most)) {
    for (const other of partsOf(second, most)) {
      const n = one.base + other.base
      if (n < 2) continue
      const share = {
        part: sums([one, other], ({ count }) => count),
        all: sums([one, other], ({ base }) => base),
      }
      const variance = proportionVariance(share, design)
      const interval = kornGraubard({ proportion: proportionOf(share), variance, n, df: n - 1 }, 0.95)!
      const ends = endsOf(interval.low * 100, interval.high * 100)
      if (known.has(ends)) several.add(ends)
      known.set(ends, [one, other])
    }
  }
  for (const ends of several) known.delete(ends)
  return known
}

function partsOf(weight: number, most: number): WeightPart[] {
  return Array.from({ length: most + 1 }, (_, base) =>
    Array.from({ length: base + 1 }, (__, count) => ({ weight, count, base })),
  ).flat()
}

function sums(parts: readonly WeightPart[], of: (part: WeightPart) => number) {
  const sum = (each: (weight: number) => number) => [
    parts.reduce((all, part) => all + of(part) * each(part.weight), 0),
  ]
  return {
    respondents: sum(() => 1),
    weights: sum((weight) => weight),
    squaredWeights: sum((weight) => weight ** 2),
  }
}
