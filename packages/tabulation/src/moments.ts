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

/** The sums that the moments consist of, each once. */
export function sumsOf({ respondents, weights, squaredWeights }: Moments): Float64Array[] {
  return weights === respondents ? [respondents] : [respondents, weights, squaredWeights]
}
