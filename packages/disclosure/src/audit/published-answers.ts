/** What readers know of one question: the answers over some sets of respondents, not over others. */
export interface PublishedAnswers {
  /** Respondents per atom: those in exactly the same sets. Readers know them. */
  readonly sizes: readonly number[]
  /** By answer, how many of each atom gave it: the truth, that readers do not know. */
  readonly answers: readonly (readonly number[])[]
  /** Whether everyone gave exactly one of the answers; else each answer is named or not by itself. */
  readonly exclusive: boolean
  /** Sets of atoms of which the number of each answer is published. */
  readonly published: readonly (readonly number[])[]
  /** Sets of atoms to be protected; none empty. */
  readonly withheld: readonly (readonly number[])[]
}
