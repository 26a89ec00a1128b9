import { isStorable } from '../database/storable.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** Characters of a value that a message repeats at most. */
const longestTold = 100

/** Characters of a code, an id or a cursor at most. */
export const longestCode = 1000

/** By argument whose text is another one in base64, what that may be. */
const encoded: Readonly<Record<string, RegExp>> = {
  id: /^[^\0]*$/,
  ids: /^[^\0]*$/,
  after: /^(GPC:S:[^\0]+|OffsetConnection:\d{1,9})$/,
  before: /^(GPC:S:[^\0]+|OffsetConnection:\d{1,9})$/,
}

/** By field whose cursors are not of rows with a text for an id, what they are. */
const numbered: Readonly<Record<string, RegExp>> = { auditLog: /^GPC:I:\d{1,18}$/ }

/**
 * Refuses texts, ids and cursors among the arguments of a field that no database holds, or that are longer than any code.
 * This is done before anything is asked: what reads a list may be the field around it.
 *
 * @param longest characters of a text at most; of ids and cursors they are `longestCode` in any case
 */
export function checkTexts(
  field: string,
  given: Readonly<Record<string, unknown>>,
  longest: number,
): RequestError | undefined {
  const long = Object.keys(given).find((name) => !isShort(given[name], encoded[name] ? longestCode : longest))
  if (long !== undefined) {
    const message = `The argument ${long} has a text of more than ${longestCode} characters, and no code is that long; take one from an answer of this service.`
    return requestError('INVALID_INPUT', message, { argument: long, limit: longestCode })
  }
  const cursor = numbered[field]
  const patterns = cursor ? { ...encoded, after: cursor, before: cursor } : encoded
  const argument = Object.keys(given).find((name) => !isSound(patterns[name], given[name]))
  if (argument === undefined) return undefined
  const shown = toldOf(given[argument])
  const message = /after|before/.test(argument)
    ? `${shown} is no cursor of this list; take one from pageInfo or an edge of an earlier page.`
    : `The argument ${argument} is ${shown}, which holds a character that nothing here has; take it from an answer of this service.`
  return requestError('INVALID_INPUT', message, { argument })
}

/** A value as a message tells it: whole, so that who may not repeat it can find it there, or its length alone. */
function toldOf(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length <= longestTold ? text : `a text of ${text.length - 2} characters`
}

function isShort(value: unknown, longest: number): boolean {
  if (typeof value === 'string') return value.length <= longest
  if (typeof value !== 'object' || value === null || value instanceof Date) return true
  return Object.values(value).every((one) => isShort(one, longest))
}

function isSound(pattern: RegExp | undefined, value: unknown): boolean {
  if (typeof value === 'string') {
    return isStorable(value) && (pattern?.test(Buffer.from(value, 'base64').toString()) ?? true)
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return true
  return Object.values(value).every((one) => isSound(pattern, one))
}
