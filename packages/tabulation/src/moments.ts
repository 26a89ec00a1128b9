/** Sums per place: respondents, weights and squared weights. */
export interface Moments {
  readonly respondents: Float64Array
  readonly weights: Float64Array
  readonly squaredWeights: Float64Array
}

/** Nobody, in each of so many places. Where no weights are counted, the three sums are one and the same. */
export function noMoments(places: number, weighted: boolean): Moments {
  const respondents = new Float64Array(places)
  if (!weighted) return { respondents, weights: respondents, squaredWeights: respondents }
  return { respondents, weights: new Float64Array(places), squaredWeights: new Float64Array(places) }
}

/** Sums of weights are kept to so small a part of one. */
const grain = 2 ** -32

/**
 * Rounds sums of weights, about 2e-10 at most: their last digits hang on the order in which weights were added, and
 * so a total would tell which parts it was added up from.
 */
export function roundSums({ respondents, weights, squaredWeights }: Moments): void {
  if (weights === respondents) return
  for (const sums of [weights, squaredWeights]) {
    for (let place = 0; place < sums.length; place++) sums[place] = Math.round(sums[place]! / grain) * grain
  }
}

/** The sums that the moments consist of, each once. */
export function sumsOf({ respondents, weights, squaredWeights }: Moments): Float64Array[] {
  return weights === respondents ? [respondents] : [respondents, weights, squaredWeights]
}
