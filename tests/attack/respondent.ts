import { NOT_NAMED, type Side } from './side.ts'

/** What one respondent truly answered, by variable: a code, a number as text, or the options named. */
export type Respondent = Readonly<Record<string, string | readonly string[]>>

/** A respondent's value on a side. */
export function valueOn({ code, values, option, members }: Side, respondent: Respondent): string {
  if (code === '') return values[0]!
  const answer = respondent[code]
  if (answer === undefined) return ''
  if (option === null) return String(answer)
  if (members.length === 0) return option
  return [answer].flat().some((named) => members.includes(named)) ? option : NOT_NAMED
}
