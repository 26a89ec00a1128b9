/** A confidence interval. Proportions run from 0 to 1 here; formats turn them into percentages. */
export interface Interval {
  readonly low: number
  readonly high: number
}
