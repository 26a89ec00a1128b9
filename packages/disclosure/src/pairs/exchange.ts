/** Some respondents give up one answer to a question for another, and as many others the other for the one. */
export interface Exchange {
  /** The kinds of background of those who give up the first answer. */
  readonly here: readonly number[]
  /** Of those who take it. */
  readonly there: readonly number[]
  readonly from: number
  readonly to: number
}
