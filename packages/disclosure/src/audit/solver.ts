/** All numbers x with 0 ≤ x ≤ `upper` whose sums over some sets are known. */
export interface KnownSums {
  /** Largest value of each unknown. */
  readonly upper: ArrayLike<number>
  /** Unknowns, by place, and what they add up to. */
  readonly sums: readonly { readonly of: readonly number[]; readonly is: number }[]
}

/** Maximises a weighted sum of the unknowns of one `KnownSums`; gives the values that do so. */
export type Maximise = (weights: ArrayLike<number>) => Float64Array

/** Solves linear programs. Memory for the sums is held while `use` runs. */
export type Solver = <Result>(known: KnownSums, use: (maximise: Maximise) => Result) => Result
