/**
 * Distribution functions, from the regularized incomplete beta and gamma functions of stdlib (ports of Boost).
 * Upper tails are computed as such, never as one minus a lower tail, and from the smaller of `x` and `1 - x`:
 * an `x` close to 1 has lost the digits that count, up to 1e-6 of the probability.
 */
import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'
import gammainc from '@stdlib/math-base-special-gammainc'
import tQuantileOf from '@stdlib/stats-base-dists-t-quantile'

/** The value below which a Beta(a, b) variable falls with probability `p`. */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaincinv(p, a, b, false)
}

/** The value below which Student's t with `df` degrees of freedom falls with probability `p`. */
export function tQuantile(p: number, df: number): number {
  return tQuantileOf(p, df)
}

/** Probability that |t| exceeds `t`, for Student's t with `df` degrees of freedom. */
export function tTwoSided(t: number, df: number): number {
  const square = t * t
  return square < df
    ? betainc(square / (df + square), 0.5, df / 2, true, true)
    : betainc(df / (df + square), df / 2, 0.5, true, false)
}

/** Probability that an F variable exceeds `f`. */
export function fUpper(f: number, df1: number, df2: number): number {
  const scaled = df1 * f
  return scaled < df2
    ? betainc(scaled / (df2 + scaled), df1 / 2, df2 / 2, true, true)
    : betainc(df2 / (df2 + scaled), df2 / 2, df1 / 2, true, false)
}

/** Probability that a chi-square variable exceeds `x`. */
export function chiSquareUpper(x: number, df: number): number {
  return gammainc(x / 2, df / 2, true, true)
}
