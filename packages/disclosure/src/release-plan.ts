/** What kind of group: a category or combination of them, one with a net, one with a side left open, everyone. */
export type GroupKind = 'CATEGORY' | 'NET' | 'MARGIN' | 'TOTAL'

/** Which kinds are withheld first where something must be, to protect another group. */
export const usualOrder: readonly GroupKind[] = ['CATEGORY', 'NET', 'MARGIN', 'TOTAL']

/**
 * Why a group is withheld, for staff only: too few respondents; it would give such a group away; or all in it
 * gave the same answer.
 */
export type WithheldReason = 'BELOW_MINIMUM' | 'PROTECTS_ANOTHER' | 'UNANIMOUS'

/** The withheld groups of a family, by `groupKey`. */
export type WithheldGroups = Readonly<Record<string, WithheldReason>>

/** What staff decide before publication about the protection of a wave. */
export interface DisclosurePolicy {
  /** Smallest number of respondents that a shown group may rest on: k. */
  readonly minimumGroupSize: number
  /** Codes of the background variables. */
  readonly background: readonly string[]
  /** Codes of the questions that may be tabulated. */
  readonly questions: readonly string[]
  /** The sets of background variables by which results are released. */
  readonly breakdowns: readonly (readonly string[])[]
  /** Code of the background variable that says for which organisation somebody works: each is shown its own only. */
  readonly boundary?: string
  /** Which kinds of groups are withheld first; `usualOrder` where it is absent. */
  readonly withholdFirst?: readonly GroupKind[]
}

/** Which groups of a wave may be shown: the closed list of shapes, and what each of them withholds. Plain JSON. */
export interface ReleasePlan extends DisclosurePolicy {
  /** Code of the wave it was made for. */
  readonly wave: string
  /** Withheld groups by `familyKey`. A family that is absent was not checked, and is not released. */
  readonly withheld: Readonly<Record<string, WithheldGroups>>
  /** The same for weighted tables: at least those, and what the weights would give away. */
  readonly withheldWeighted: Readonly<Record<string, WithheldGroups>>
  /**
   * Keys of the families of a number by another question whose means are shown without their spread: standard
   * deviation, standard error and interval. Where a stored plan has no such list, that is all of them.
   */
  readonly spreadWithheld?: readonly string[]
}

/**
 * A question by the variables that single groups out. `question` is empty for a table of background alone; `by`
 * is empty for a question on its own.
 */
export interface Family {
  readonly question: string
  readonly by: readonly string[]
}

/** The key of a family in a plan: `ruimte_relatie|sector`. */
export function familyKey(family: Family): string {
  return `${family.question}|${family.by.join('/')}`
}

/** Whether the means of a family are shown without their spread, where others of a plan are shown with it. */
export function isSpreadWithheld({ background, spreadWithheld }: ReleasePlan, family: Family): boolean {
  const isByQuestion = family.by.some((code) => !background.includes(code))
  return isByQuestion && spreadWithheld?.includes(familyKey(family)) !== false
}

/** Stands for everyone who answered, where a group key names no category. */
export const EVERYONE = '*'

/** The key of a group in a family: one code per variable, `EVERYONE` where it is not singled out. */
export function groupKey(codes: readonly string[]): string {
  return codes.join('/')
}
