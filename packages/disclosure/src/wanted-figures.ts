/** Which of the figures of a cross-tab that cost more than all others are computed. What is not wanted is absent. */
export interface WantedFigures {
  readonly intervals: boolean
  /** `higherThan`. */
  readonly letters: boolean
  readonly statistics: boolean
}

/** All of them. */
export const allFigures: WantedFigures = { intervals: true, letters: true, statistics: true }
