/**
 * The number of equally weighted respondents that would carry as much information: `(sum w)^2 / sum w^2`.
 *
 * Source: Kish (1965), Survey Sampling, 11.7.
 */
export function effectiveBase(weights: number, squaredWeights: number): number {
  return squaredWeights === 0 ? 0 : weights ** 2 / squaredWeights
}

/** Kish's design effect of weighting: respondents over effective base. */
export function designEffect(respondents: number, weights: number, squaredWeights: number): number {
  return respondents / effectiveBase(weights, squaredWeights)
}
