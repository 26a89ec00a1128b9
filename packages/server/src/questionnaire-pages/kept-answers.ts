import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { AskedQuestion } from '../collection/questionnaire.ts'
import { visitField } from './answer-form.ts'
import type { Filled } from './filled-in.ts'
import type { Place } from './steps.ts'

/** What a browser keeps for somebody who comes back. */
export interface KeptAnswers {
  /** The number of their visit: a form that says another one is of before, and over. */
  readonly visit: string
  readonly language: string
  readonly place: Place
  readonly filled: Filled
}

/** Characters at most: browsers take 4096, the name and attributes of a cookie too. */
const longest = 3700

/** Bytes that a cookie may unfold to: nothing to choke on. */
const maxOutputLength = 65_536

const format = z.object({
  v: z.string().min(1),
  l: z.string(),
  p: z.union([z.int().positive(), z.literal('check')]),
  a: z.record(z.string(), z.array(z.string())),
})

/** The name of the cookie, of which each code has one at its own path: browsers send no other along. */
export const keptName = 'peo-answers'

/**
 * Writes the value of the cookie. Answers in words are left out where not all fits, and all where the others do not;
 * `whole` says whether nothing is.
 */
export function writeKept(
  { visit: v, language: l, place, filled }: KeptAnswers,
  questions: readonly AskedQuestion[],
): { readonly value: string; readonly whole: boolean } {
  const written = (answers: Filled) => {
    const json = JSON.stringify({ v, l, p: place.page, a: Object.fromEntries(answers) })
    if (Buffer.byteLength(json) > maxOutputLength) return undefined
    const value = deflateRawSync(json).toString('base64url')
    return value.length <= longest ? value : undefined
  }
  const words = new Set(questions.flatMap(({ code, measurement }) => (measurement === 'text' ? [code] : [])))
  const whole = written(filled)
  if (whole !== undefined) return { value: whole, whole: true }
  const closed = written(new Map([...filled].filter(([code]) => !words.has(code))))
  return { value: closed ?? written(new Map())!, whole: false }
}

/** Whether a form is of the visit that the browser keeps; of none where it keeps no cookie. */
export function isOfVisit(form: URLSearchParams, kept: KeptAnswers | undefined): boolean {
  return (form.get(visitField) ?? undefined) === kept?.visit
}

/** Reads what `writeKept` wrote; undefined where it is anything else. */
export function readKept(value: string | undefined): KeptAnswers | undefined {
  if (value === undefined || value === '') return undefined
  try {
    const { v, l, p, a } = format.parse(
      JSON.parse(inflateRawSync(Buffer.from(value, 'base64url'), { maxOutputLength }).toString()),
    )
    return { visit: v, language: l, place: { page: p, changing: false }, filled: new Map(Object.entries(a)) }
  } catch {
    return undefined
  }
}
