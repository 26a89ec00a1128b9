import { WITHHELD_ANSWER } from './anonymous-answers.ts'
import { answerNumbers } from './answer-columns.ts'
import {
  type Exclusions,
  exclusionsOf,
  type Kinds,
  noAnswer,
  type PublishedGroup,
  withWithheld,
} from './answer-links.ts'
import { eitherAnswer, isDiverse } from './respondent-cells.ts'
import type { ClassRows, ReleasedQuestion } from './withhold-answers.ts'

/** What the tables tell of the answers of a wave, by question and column. */
export type TableLinks = ReadonlyMap<string, readonly Exclusions[]>

/** Reads the tables: whose answer an answer cannot be. */
export function tableLinks(
  questions: readonly ReleasedQuestion[],
  published: readonly PublishedGroup[],
  kinds: Kinds,
): TableLinks {
  return new Map(questions.map((question) => [question.variable, exclusionsOf(question, published, kinds)]))
}

interface LinkedColumn {
  readonly variable: string
  readonly codes: Uint8Array
  readonly exclusions: Exclusions
}

/** The columns of the file that exclude somebody. */
function linkedColumns(
  links: TableLinks,
  original: readonly ReleasedQuestion[],
  released: readonly ReleasedQuestion[],
): LinkedColumn[] {
  const before = new Map(original.map((question) => [question.variable, question]))
  return released.flatMap(({ variable, columns }) =>
    columns.flatMap(({ codes }, index) => {
      const exclusions = links.get(variable)![index]!
      const whole = withWithheld(exclusions, before.get(variable)!.columns[index]!.codes, codes)
      return whole.size === 0 ? [] : [{ variable, codes, exclusions: whole }]
    }),
  )
}

const labelOf = (code: number) => (code === WITHHELD_ANSWER ? code : Math.min(code, noAnswer))

/** What `findLinks` reads. */
export interface LinkedAnswers {
  readonly links: TableLinks
  readonly kinds: Kinds
  readonly original: readonly ReleasedQuestion[]
  readonly released: readonly ReleasedQuestion[]
}

/**
 * Whether, next to the tables, every row could still be that of `k` respondents of its class, and every
 * respondent's row could be one of `k` rows of the class, which differ in every sensitive answer.
 */
export function staysHidden(answers: LinkedAnswers, classes: ClassRows, k: number): boolean {
  const { links, kinds, original, released } = answers
  const columns = linkedColumns(links, original, released)
  if (columns.length === 0) return true
  const sensitive = released
    .filter((question) => question.sensitive)
    .map((question) => answerNumbers(question, kinds.of.length))
  return classes.every((rows) => isHidden(rows, columns, kinds, sensitive, k))
}

function isHidden(
  rows: readonly number[],
  columns: readonly LinkedColumn[],
  { of }: Kinds,
  sensitive: readonly Int32Array[],
  k: number,
): boolean {
  const members = new Map<number, { size: number; rows: number; answers: readonly number[] }>()
  for (const row of rows) {
    const known = members.get(of[row]!) ?? { size: 0, rows: 0, answers: sensitive.map(() => -1) }
    members.set(of[row]!, { ...known, size: known.size + 1 })
  }
  for (const row of rows) {
    const excluded = columns.flatMap(({ codes, exclusions }) => exclusions.get(labelOf(codes[row]!)) ?? [])
    // An answer that is not shown may differ from all others.
    const given = sensitive.map((numbers) => (numbers[row] === -1 ? -2 : numbers[row]!))
    let possible = 0
    for (const [kind, known] of members) {
      if (excluded.some((one) => one[kind] === 1)) continue
      possible += known.size
      known.rows++
      known.answers = known.answers.map((answer, index) => eitherAnswer(answer, given[index]!))
    }
    if (possible < k) return false
  }
  return [...members.values()].every((known) => known.rows >= k && isDiverse(known.answers))
}

/** The question that excludes most respondents from being whom a row is of. */
export function mostTelling({ links, kinds, original, released }: LinkedAnswers): string | undefined {
  const told = new Map<string, number>()
  for (const { variable, codes, exclusions } of linkedColumns(links, original, released)) {
    const excluded = new Map([...exclusions].map(([label, some]) => [label, some.reduce((a, b) => a + b, 0)]))
    const sum = codes.reduce((total, code) => total + (excluded.get(labelOf(code)) ?? 0), 0)
    told.set(variable, (told.get(variable) ?? 0) + sum / kinds.count)
  }
  return [...told].sort((a, b) => b[1] - a[1])[0]?.[0]
}
