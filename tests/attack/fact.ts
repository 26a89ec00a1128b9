/** Stands for a category where a figure counts everyone who answered. */
export const ANSWERED = '*'

/** Stands for a variable where a fact is of those with one weight; its code is the weight. */
export const WEIGHT = 'weight class'

/**
 * What a figure tells: over the respondents of these categories, all at once, the sum of `sum` lies between `low` and
 * `high`. Weighted sums are told apart from counts until the weights are known.
 */
export interface Fact {
  readonly wave: string
  /** By variable: a category, `net:<code>` or `ANSWERED`. */
  readonly of: Readonly<Record<string, string>>
  readonly sum: Summed
  readonly low: number
  readonly high: number
}

/**
 * What is summed: 1 for each respondent; their number, or its square; 1 for each whose number is at most so much;
 * their weight; or, of their weights, the square of the sum over the sum of the squares.
 */
export type Summed =
  | 'respondents'
  | 'numbers'
  | 'squares'
  | { readonly atMost: number }
  | 'weights'
  | 'effective'

/** A fact that is exact. */
export function exactly(wave: string, of: Fact['of'], sum: Summed, value: number): Fact {
  return { wave, of, sum, low: value, high: value }
}

/** Names what a fact is about, the same for the same sum. */
export function factKey({ wave, of, sum }: Fact): string {
  const groups = Object.keys(of)
    .sort()
    .map((code) => `${code}=${of[code]}`)
  return `${wave} ${groups.join('&')} ${typeof sum === 'object' ? `at most ${sum.atMost}` : sum}`
}

/** Notes facts, each sum once, as narrowly as all that was read of it. */
export function mergeFacts(facts: Iterable<Fact>): Fact[] {
  const byKey = new Map<string, Fact>()
  for (const fact of facts) {
    const key = factKey(fact)
    const known = byKey.get(key) ?? fact
    const [low, high] = [Math.max(known.low, fact.low), Math.min(known.high, fact.high)]
    if (low > high + 1e-6 * Math.max(1, Math.abs(low)))
      throw new Error(
        `figures contradict each other: ${key} is ${known.low} to ${known.high}, and ${fact.low} to ${fact.high}`,
      )
    byKey.set(key, { ...known, low, high: Math.max(low, high) })
  }
  return [...byKey.values()]
}
