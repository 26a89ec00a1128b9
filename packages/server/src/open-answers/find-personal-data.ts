import { findNames, nameExpressions } from './find-names.ts'
import { shortWords } from './ordinary-words.ts'
import { notation, plainText } from './plain-text.ts'

/** What somebody could be recognised or reached by. */
export type PersonalDataKind = 'PHONE' | 'MAIL' | 'BSN' | 'POSTCODE' | 'NAME'

/** A place in a text that is likely to be personal data. */
export interface PersonalData {
  readonly kind: PersonalDataKind
  /** Its first character, counted in UTF-16 units. */
  readonly from: number
  /** The character after its last. */
  readonly to: number
}

interface Pattern {
  readonly kind: PersonalDataKind
  readonly expression: RegExp
  readonly holds?: (found: string) => boolean
}

const outside = '\\s@<>()\\[\\]{},;:'
const at = '(?:\\s{0,2}@\\s{0,2}|\\s{0,2}[([{<]\\s{0,2}(?:at|@|apen?staart(?:je)?)\\s{0,2}[)\\]}>]\\s{0,2})'
const dot = '(?:\\.|\\s{0,2}[([{<]\\s{0,2}(?:dot|punt|\\.)\\s{0,2}[)\\]}>]\\s{0,2})'
/** Said in words, as `jan at kpn dot nl`: a domain that is often in use must end it, as "at" and "punt" are words, too. */
const saidAt = '(?:\\s{1,3}[-_*]?(?:at|aapje|apen?staart(?:je)?)[-_*]?\\s{1,3}|_at_)'
const saidDot = '\\s{1,3}[-_*]?(?:dot|punt)[-_*]?\\s{1,3}'
const domain = '(?:nl|com|org|net|eu|be|de|info|nu|uk|fr|biz|io|edu|gov|frl|email|amsterdam)(?![\\p{L}\\d])'
const years = '(?:19|20)\\d\\d[\\s.,/-]{1,3}(?:19|20)\\d\\d(?!\\d)'

/** Days, whose digits are none of a number. */
const dates = /(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d\d(?!\d)/g

/** The more certain first: where two overlap, the first is told. Texts are as `plainText` writes them. */
const patterns: readonly Pattern[] = [
  {
    kind: 'MAIL',
    expression: new RegExp(`[^${outside}]{1,64}${at}(?:[^${outside}.]{1,63}${dot}){1,8}\\p{L}{2,63}`, 'giu'),
  },
  {
    kind: 'MAIL',
    expression: new RegExp(
      `[^${outside}]{1,64}(?:${at}|${saidAt})(?:[^${outside}.]{1,63}(?:${dot}|${saidDot})){1,8}${domain}`,
      'giu',
    ),
  },
  {
    kind: 'MAIL',
    expression: new RegExp(
      `[^${outside}]{1,64}\\s{0,2}@\\s{0,2}(?:[^${outside}.]{1,63}\\s{0,2}\\.\\s{0,2}){1,8}${domain}`,
      'giu',
    ),
  },
  // Ten digits of a Dutch number, or nine after the country; or one of another country.
  {
    kind: 'PHONE',
    expression:
      /(?<![\d+])(?:(?:\+|00)?31[\s./_*|~-]{0,3}(?:\(0\)|0)?|\(?0)[\s./_*|~-]{0,3}[1-9](?:[\s()./_*|~-]{0,4}\d){8}(?!\d)/gu,
  },
  { kind: 'PHONE', expression: /(?<![\p{L}\d+])[Oo][\s./_*|~-]{0,3}6(?:[\s()./_*|~-]{0,4}\d){8}(?!\d)/gu },
  { kind: 'PHONE', expression: /\+[1-9](?:[\s()./_*|~-]{0,4}\d){8,13}(?!\d)/gu },
  ...[8, 7].map((more) => ({
    kind: 'BSN' as const,
    expression: new RegExp(`(?<!\\d)(?!${years})\\d(?:[\\s.,/_*|~-]{0,3}\\d){${more}}(?!\\d)`, 'gu'),
    holds: isBsn,
  })),
  {
    kind: 'POSTCODE',
    expression: /(?<![\p{L}\d])[1-9]\d{3}[\s./_*|~-]{0,3}(?!S[ADS])[A-Za-z]{2}(?![\p{L}\d])/gu,
    holds: isPostcode,
  },
]

/** All that looks through a whole text. No repetition is without end: an answer can be long, and made for it. */
export const expressions = [
  notation,
  dates,
  ...patterns.map(({ expression }) => expression),
  ...nameExpressions,
]

/**
 * Marks what is likely to be personal data in an open answer: telephone numbers, mail addresses, citizen service numbers
 * (BSN), postcodes, and names after a form of address. A help for who reviews it, who sees what this does not.
 */
export function findPersonalData(given: string): PersonalData[] {
  const { text, from, to } = plainText(given)
  const dateless = text.replaceAll(dates, (date) => '#'.repeat(date.length))
  const taken = new Uint8Array(text.length)
  const found: PersonalData[] = []
  const take = (kind: PersonalDataKind, first: number, end: number) => {
    if (taken.subarray(first, end).includes(1)) return
    taken.fill(1, first, end)
    found.push({ kind, from: from[first]!, to: to[end - 1]! })
  }
  for (const { kind, expression, holds } of patterns) {
    expression.lastIndex = 0
    const read = kind === 'PHONE' || kind === 'BSN' ? dateless : text
    for (let match = expression.exec(read); match !== null; match = expression.exec(read)) {
      if (holds?.(match[0]) ?? true) take(kind, match.index, expression.lastIndex)
      // What is none may be followed by one that begins within it.
      else expression.lastIndex = match.index + 1
    }
  }
  for (const name of findNames(text)) take('NAME', name.from, name.to)
  return found.sort((one, other) => one.from - other.from)
}

/** In small letters and apart, two letters may be a word: "in 2022 en" is no postcode. */
function isPostcode(found: string): boolean {
  const letters = found.slice(-2)
  return letters === letters.toUpperCase() || found.length === 6 || !shortWords.has(letters.toLowerCase())
}

/**
 * Whether eight or nine digits can be a BSN.
 *
 * Source: the eleven test; 9 to 2 times the first eight digits, less the last, is a multiple of 11.
 */
function isBsn(found: string): boolean {
  const digits = found.replaceAll(/\D/g, '').padStart(9, '0')
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place),
    0,
  )
  return sum % 11 === 0 && Number(digits) > 0
}
