/** Sums over the respondents of a group (`all`) and over those among them who gave the answer (`part`). */
export interface ProportionSums {
  readonly part: { readonly weights: number; readonly squaredWeights: number }
  readonly all: { readonly weights: number; readonly squaredWeights: number }
  /** Respondents of the whole wave, of which the group is a domain. */
  readonly size: number
}

/**
 * Linearised variance of a weighted proportion in a domain, for a design of weights only:
 * `size / (size - 1) * sum (w (y - p) / W)^2`.
 *
 * Source: Särndal, Swensson and Wretman (1992), Model Assisted Survey Sampling, 5.8; R `survey::svymean`.
 */
export function proportionVariance({ part, all, size }: ProportionSums): number {
  const p = part.weights / all.weights
  const squares = (1 - p) ** 2 * part.squaredWeights + p ** 2 * (all.squaredWeights - part.squaredWeights)
  return ((size / (size - 1)) * squares) / all.weights ** 2
}
