import type { Routing } from '@peo/tabulation'
import type { Language } from '../tables/table-labels.ts'
import type { Translated } from '../wave-life/questionnaire.ts'

/** A question as it is put to a professional. */
export interface AskedQuestion {
  /** Of its variable. */
  readonly code: string
  readonly measurement: 'nominal' | 'ordinal' | 'numeric' | 'multiple' | 'text'
  readonly wording: Translated
  /** What can be answered, in order; none where a number or words are. */
  readonly categories: readonly { readonly code: string; readonly label: Translated }[]
  readonly minimum?: number
  readonly maximum?: number
  /** The answers to an earlier question that lead here; absent where everyone is asked. */
  readonly askedIf?: Routing
  /** Whether it cannot be skipped: how the respondents were sampled follows from its answer. */
  readonly required: boolean
  /** Its answer where that is known without asking: the organisation that an invitation or link is of. */
  readonly known?: string
}

/** What a wave tells everyone before its questions. */
export interface WaveHeading {
  /** Of the wave. */
  readonly code: string
  readonly title: Translated
  /** In which it can be answered; at least one. */
  readonly languages: readonly Language[]
  /** Of its fieldwork; undefined while not planned. */
  readonly firstDay: Date | undefined
  readonly lastDay: Date | undefined
}

/** What a wave asks somebody who came in by an invitation or a link. */
export interface AskedQuestionnaire extends WaveHeading {
  /** k: of smaller groups nothing is shown. */
  readonly minimumGroupSize: number
  /** Whether its results are for everyone. */
  readonly isPublic: boolean
  readonly questions: readonly AskedQuestion[]
  /** The organisation that the invitation or link is of. */
  readonly organisation: Translated | undefined
}
