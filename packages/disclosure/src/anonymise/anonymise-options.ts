import type { Hierarchies } from '../hierarchy.ts'
import type { LeftOut } from './anonymisation-report.ts'
import type { PublishedGroup } from './answer-links.ts'
import type { AreOpen } from './open-questions.ts'
import type { ClassRows } from './withhold-answers.ts'

/** How a wave is anonymised. */
export interface AnonymiseOptions {
  /** k: respondents alike in background and weight are so many or more. */
  readonly minimumClassSize: number
  /** Codes of the background variables. */
  readonly background: readonly string[]
  readonly hierarchies: Hierarchies
  /** The variable that says for which organisation somebody works: none is named. */
  readonly boundary?: string
  /** Codes of the questions in which respondents who are alike must differ. */
  readonly sensitive: readonly string[]
  /** Code of the weight variable, where there are weights. */
  readonly weight: string | null
  /** Variables that are not in the file, whatever happens. */
  readonly leftOut: readonly LeftOut[]
  /** The groups that the tables of the wave show, by question. */
  readonly published: readonly PublishedGroup[]
  /** Whether these classes, each a list of respondents, may be shown next to the tables. */
  readonly isSafe: (classes: ClassRows) => boolean
  /** Whether they leave the answers of few open next to the tables. It costs more; it is asked last. */
  readonly isSilent: (classes: ClassRows) => boolean
  /** Whether rows of these classes may give the answers to all of these questions side by side. It costs most. */
  readonly areOpen: AreOpen
  /** Numbers from 0 to below 1, for the order of the rows and the choice of what is withheld. */
  readonly random: () => number
  /** Sixteen random bytes per respondent, for the ids. */
  readonly ids: Uint8Array
}
