import type { CodebookVariable } from './codebook.ts'
import { ANSWERED } from './fact.ts'

/** A variable as a side of an attacker's table: every respondent has exactly one of its values. */
export interface Side {
  readonly code: string
  /** Category codes, or numbers; the empty value is of those who said nothing or were not asked. */
  readonly values: readonly string[]
  readonly nets: Readonly<Record<string, readonly string[]>>
  readonly numeric: boolean
  /** Of a question of several answers: the option, or net of them, that is looked at. */
  readonly option: string | null
  /** The answers that the option looked at unites: itself, or those of a net; none where it is any answer at all. */
  readonly members: readonly string[]
  readonly askedIf: CodebookVariable['askedIf']
}

/** Of those who answered a question of several answers: without the option that is looked at. */
export const NOT_NAMED = 'not named'

/** The sides that a variable makes: one, or of several answers one for each option and net. */
export function sidesOf(variable: CodebookVariable): Side[] {
  const { code, measurement, categories, nets, askedIf, minimum, maximum } = variable
  const byNet = Object.fromEntries(nets.map((net) => [`net:${net.code}`, net.categories]))
  if (measurement === 'MULTIPLE') {
    return [...categories, ...Object.keys(byNet)].map((option) => ({
      code,
      values: [option, NOT_NAMED, ''],
      nets: {},
      numeric: false,
      option,
      members: byNet[option] ?? [option],
      askedIf,
    }))
  }
  const numbers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
  const numeric = measurement === 'NUMERIC'
  const values = numeric ? numbers(minimum!, maximum!) : categories
  return [{ code, values: [...values, ''], nets: byNet, numeric, option: null, members: [], askedIf }]
}

/** Whether a question was answered, whatever the answer. */
export function answeredSide({ code, askedIf }: CodebookVariable): Side {
  const option = 'answered'
  return { code, values: [option, ''], nets: {}, numeric: false, option, members: [], askedIf }
}

/** A question that stands for nothing: whoever is asked about is counted. */
export const everyone: Side = {
  code: '',
  values: ['everyone'],
  nets: {},
  numeric: false,
  option: null,
  members: [],
  askedIf: null,
}

/** Whether a value lies in a category, net or `ANSWERED`; undefined where the side does not tell them apart. */
export function isOf(side: Side, value: string, category: string): boolean | undefined {
  if (category === ANSWERED) return value !== ''
  if (side.option !== null) return category === side.option ? value === category : undefined
  return side.nets[category]?.includes(value) ?? value === category
}

/** A side as people read it. */
export function sideName({ code, option, members }: Side): string {
  return option === null || members.length === 0 ? code : `${code}=${option}`
}
