/** Why a variable is not in the anonymised answers. */
export type LeftOutReason =
  /** An open answer that nobody reviewed. */
  | 'NOT_REVIEWED'
  /** How the sample was drawn could tell people apart. */
  | 'SAMPLE_DESIGN'
  /** A number with more different values than a column holds. */
  | 'TOO_MANY_VALUES'
  /** A background variable beyond those that can be weighed against each other. */
  | 'TOO_MANY_VARIABLES'
  /** A sensitive question to which everyone gave the same answer. */
  | 'NOT_DIVERSE'
  /** Read next to the tables, its answers would tell whose row it is. */
  | 'TELLS_WHO'

/** A variable that is not in the anonymised answers. */
export interface LeftOut {
  readonly variable: string
  readonly reason: LeftOutReason
}

/** How a background variable is said in the anonymised answers. */
export interface BackgroundReport {
  readonly variable: string
  readonly detail: 'AS_ANSWERED' | 'LEVEL' | 'NOT_SAID'
  /** Code of the level where it is said at one. */
  readonly level: string | null
  /** Rows in which it is withheld, where it is said at all. */
  readonly withheld: number
}

/** What was left out of the anonymised answers or made coarser, and what is left. Plain JSON. */
export interface AnonymisationReport {
  readonly respondents: number
  /** k: in every class, respondents alike in background and weight, there are as many or more. */
  readonly minimumClassSize: number
  readonly classes: number
  readonly smallestClass: number
  readonly background: readonly BackgroundReport[]
  /** By question, the rows in which an answer is withheld; questions with none are absent. */
  readonly withheldAnswers: readonly { readonly variable: string; readonly rows: number }[]
  /** How many different weights there are, and the share of their variance that is lost, 0 to 1. Null without. */
  readonly weights: { readonly different: number; readonly loss: number } | null
  readonly leftOut: readonly LeftOut[]
  /** Loss of background and weights, from 0 (all as answered) to 1 (nothing said). */
  readonly loss: number
  /** How much of the loss there would be less without diversity of the sensitive questions. */
  readonly lossByDiversity: number
}
