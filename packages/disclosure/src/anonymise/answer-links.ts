import { WITHHELD_ANSWER } from './anonymous-answers.ts'
import { firstMissing, type QuestionColumns } from './answer-columns.ts'
import type { Cell } from './respondent-cells.ts'

/** A group that tables show a question by: the respondents of that background, whether or not they answered it. */
export interface PublishedGroup {
  readonly question: string
  readonly members: readonly number[]
}

/** Respondents of the same background, whatever their weight. */
export interface Kinds {
  readonly count: number
  /** By respondent, its kind. */
  readonly of: Int32Array
}

/** By code of an answer, with 1 the kinds of respondents of whom, by the tables, none gave it. */
export type Exclusions = ReadonlyMap<number, Uint8Array>

/** Stands for no answer, whatever the cause: tables tell only how many did answer. */
export const noAnswer = firstMissing

/** Puts cells of the same background together. */
export function kindsOf(cells: readonly Cell[], size: number): Kinds {
  const places = new Map<string, number>()
  const of = new Int32Array(size)
  for (const { codes, respondents } of cells) {
    const key = String.fromCharCode(...codes)
    const kind = places.get(key) ?? places.size
    places.set(key, kind)
    for (const respondent of respondents) of[respondent] = kind
  }
  return { count: places.size, of }
}

/**
 * What the tables say of who gave an answer: by column, the kinds of respondents who did not. A group in which
 * nobody gave it is excluded; where all who gave it are in a group, all outside are.
 */
export function exclusionsOf(
  question: QuestionColumns,
  published: readonly PublishedGroup[],
  kinds: Kinds,
): Exclusions[] {
  const groups = published.flatMap((group) => (group.question === question.variable ? [group.members] : []))
  if (!question.counted || groups.length === 0) return question.columns.map(() => new Map())
  const insides = groups.map((members) => {
    const inside = new Uint8Array(kinds.count)
    for (const respondent of members) inside[kinds.of[respondent]!] = 1
    return inside
  })
  return question.columns.map(({ codes }) => {
    const exclusions = new Map<number, Uint8Array>()
    for (const [answer, counts] of countsByAnswer(codes, kinds)) {
      const excluded = new Uint8Array(kinds.count)
      for (const inside of insides) {
        const empty = [1, 0].find((side) =>
          counts.every((count, kind) => count === 0 || inside[kind] !== side),
        )
        if (empty === undefined) continue
        for (let kind = 0; kind < kinds.count; kind++) if (inside[kind] === empty) excluded[kind] = 1
      }
      if (excluded.includes(1)) exclusions.set(answer, excluded)
    }
    return exclusions
  })
}

function countsByAnswer(codes: Uint8Array, kinds: Kinds): Map<number, Uint32Array> {
  const counts = new Map<number, Uint32Array>()
  for (const [respondent, code] of codes.entries()) {
    const answer = Math.min(code, noAnswer)
    const known = counts.get(answer) ?? new Uint32Array(kinds.count)
    known[kinds.of[respondent]!]!++
    counts.set(answer, known)
  }
  return counts
}

/** Adds what is known of a withheld answer: it is one of those that the tables have and the file has not. */
export function withWithheld(exclusions: Exclusions, original: Uint8Array, released: Uint8Array): Exclusions {
  const hidden = new Set<number>()
  for (const [row, code] of released.entries()) {
    if (code === WITHHELD_ANSWER) hidden.add(Math.min(original[row]!, noAnswer))
  }
  const [first, ...others] = [...hidden].map((answer) => exclusions.get(answer))
  if (first === undefined) return exclusions
  const excluded = first.map((one, kind) => (others.every((other) => other?.[kind] === 1) ? one : 0))
  return excluded.includes(1) ? new Map([...exclusions, [WITHHELD_ANSWER, excluded]]) : exclusions
}
