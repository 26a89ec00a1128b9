/** Something that readers could compute about fewer than k respondents, in spite of a plan. */
export interface AuditFinding {
  /** `familyKey` of the tables that give it away. */
  readonly family: string
  /** The group concerned, or null where it is a set of respondents without a name. */
  readonly group: string | null
  /**
   * `SHOWN`: a group that must be withheld is not, or a mean or spread that tells where a number was given that fewer
   * than k gave. `FOLLOWS`: a count follows by addition and subtraction. `PINNED`: what is published leaves one value for
   * the count of an answer. `ONE_ANSWER`: it leaves one answer.
   */
  readonly problem: 'SHOWN' | 'FOLLOWS' | 'PINNED' | 'ONE_ANSWER'
  /** The answer concerned, where the problem is one answer's. */
  readonly answer: string | null
}
