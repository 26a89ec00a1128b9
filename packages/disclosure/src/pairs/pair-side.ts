import type { Routing } from '@peo/tabulation'
import { type QuestionAnswers, questionAnswers } from '../plan/answer-counts.ts'
import type { Grouping } from '../plan/grouping.ts'
import type { WaveGroupings } from '../plan/read-wave.ts'

/** Questions of more different answers are not looked at in pairs: numbers that nearly everyone gives another of. */
export const mostAnswers = 31

/** A question of which everyone gave one answer or none; of several options, one option: named or not. */
export interface PairSide {
  readonly question: string
  /** The codes of the answers. */
  readonly codes: readonly string[]
  /** Place of the option among the answers of the question; undefined where it has one answer each. */
  readonly option: number | undefined
  /** By respondent, the place of the answer; the place after the last of who gave none. */
  readonly answerOf: Uint8Array
  /** By answer, the groups of the question's own grouping that hold it. */
  readonly groupsOf: readonly (readonly number[])[]
  /** The groups that the answers to this question make. */
  readonly grouping: Grouping
  /** Whether the answers are numbers: these are no groups, but means tell of each as if it were counted. */
  readonly isNumber: boolean
  readonly routing: Routing | undefined
}

/** The sides that a question makes; none of a question that is not looked at. */
export function pairSides({ data, byQuestion }: WaveGroupings, question: string): PairSide[] {
  const variable = data.variables.get(question)
  const column = data.columns.get(question)
  const grouping = byQuestion.get(question)!
  const answers = questionAnswers(column, variable?.categories ?? [], data.size)
  if (answers.codes.length > mostAnswers || answers.codes.length === 0) return []
  const isNumber = column?.kind === 'numeric' || column?.kind === 'levels'
  const routing = variable?.askedIf
  if (answers.exclusive)
    return [{ ...exclusiveSide(answers, grouping), question, grouping, isNumber, routing }]
  return answers.codes.map((code, option) => ({
    question,
    codes: [code],
    option,
    answerOf: answers.answered.map((one, who) =>
      one === 0 ? 2 : 1 - Number(answers.named[option]![who] === 1),
    ),
    groupsOf: [
      grouping.groups.flatMap(({ names }, place) => (names.some(({ key }) => key === code) ? [place] : [])),
      [],
    ],
    grouping,
    isNumber: false,
    routing,
  }))
}

function exclusiveSide({ codes, answered, placeOf }: QuestionAnswers, { patterns, patternOf }: Grouping) {
  const groupsOf: (readonly number[] | undefined)[] = codes.map(() => undefined)
  const answerOf = answered.map((one, who) => {
    if (one === 0) return codes.length
    const answer = placeOf[who]!
    // The first group is everyone, those without an answer included.
    groupsOf[answer] ??= patterns[patternOf[who]!]!.groups.filter((place) => place > 0)
    return answer
  })
  return { codes, option: undefined, answerOf, groupsOf: groupsOf.map((own) => own ?? []) }
}

/** How many different answers a side has, not to have answered among them. */
export function widthOf({ codes, option }: PairSide): number {
  return option === undefined ? codes.length + 1 : 3
}
