import type { Routing } from '@peo/tabulation'

/**
 * The answers of one respondent by variable code: a category code, several, a number or a text. What was not
 * asked or not answered is absent; which of the two follows from the routing.
 */
export type Answers = Readonly<Record<string, string | number | readonly string[]>>

/** Whether a question with this routing was put to a respondent. */
export function wasAsked(routing: Routing | undefined, answers: Answers): boolean {
  if (routing === undefined) return true
  const given = answers[routing.variable]
  if (given === undefined) return false
  const codes = Array.isArray(given) ? given : [given]
  return codes.some((code) => routing.in.includes(String(code)))
}
