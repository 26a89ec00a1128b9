import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { AskedQuestion } from '../collection/questionnaire.ts'
import type { Filled } from './filled-in.ts'
import type { Place } from './steps.ts'

/** What a browser keeps for somebody who comes back. */
export interface KeptAnswers {
  readonly language: string
  readonly place: Place
  readonly filled: Filled
}

/** Characters at most: browsers take 4096, the name and attributes of a cookie too. */
const longest = 3700

/** Bytes that a cookie may unfold to: more than any form has, and nothing to choke on. */
const maxOutputLength = 65_536

const format = z.object({
  l: z.string(),
  p: z.union([z.int().positive(), z.literal('check')]),
  a: z.record(z.string(), z.array(z.string())),
})

/** The name of the cookie, of which each code has one at its own path: browsers send no other along. */
export const keptName = 'peo-answers'

/**
 * Writes the value of the cookie. Answers in words are left out where not all fits; `whole` says whether nothing is.
 *
 * @returns an empty value where even the others do not fit
 */
export function writeKept(
  { language: l, place, filled }: KeptAnswers,
  questions: readonly AskedQuestion[],
): { readonly value: string; readonly whole: boolean } {
  const written = (answers: Filled) =>
    deflateRawSync(JSON.stringify({ l, p: place.page, a: Object.fromEntries(answers) })).toString('base64url')
  const words = new Set(questions.flatMap(({ code, measurement }) => (measurement === 'text' ? [code] : [])))
  const whole = written(filled)
  if (whole.length <= longest) return { value: whole, whole: true }
  const closed = written(new Map([...filled].filter(([code]) => !words.has(code))))
  return { value: closed.length <= longest ? closed : '', whole: false }
}

/** Reads what `writeKept` wrote; undefined where it is anything else. */
export function readKept(value: string | undefined): KeptAnswers | undefined {
  if (value === undefined || value === '') return undefined
  try {
    const { l, p, a } = format.parse(
      JSON.parse(inflateRawSync(Buffer.from(value, 'base64url'), { maxOutputLength }).toString()),
    )
    return { language: l, place: { page: p, changing: false }, filled: new Map(Object.entries(a)) }
  } catch {
    return undefined
  }
}
