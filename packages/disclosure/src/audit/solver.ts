/** What some unknowns add up to, within bounds. */
export interface KnownSum {
  /** Unknowns, by place. */
  readonly of: readonly number[]
  /** How many times each counts; once where absent. */
  readonly times?: readonly number[]
  readonly least: number
  readonly most: number
}

/** All numbers x within bounds whose sums over some sets are within bounds as well. */
export interface KnownSums {
  readonly lower: ArrayLike<number>
  readonly upper: ArrayLike<number>
  readonly sums: readonly KnownSum[]
  /** A solution, or nearly: where to begin. */
  readonly start: ArrayLike<number>
}

/**
 * Maximises a weighted sum of the unknowns of one `KnownSums`; gives the values that do so. With a number of
 * `steps` it stops after as many, and gives values that fit the sums or, where it found none yet, undefined.
 *
 * @throws Error when no numbers fit the sums.
 */
export type Maximise = {
  (weights: ArrayLike<number>): Float64Array
  (weights: ArrayLike<number>, steps: number): Float64Array | undefined
}

/** Solves linear programs. Memory for the sums is held while `use` runs. */
export type Solver = <Result>(known: KnownSums, use: (maximise: Maximise) => Result) => Result
