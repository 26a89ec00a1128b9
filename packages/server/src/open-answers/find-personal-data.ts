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

const prefixes = "(?:(?:van|von)(?: (?:de|den|der|het|'t))?|de|den|der|ten|ter|te|el|al|ben|la|le)"

/** The more certain first: where two overlap, the first is told. */
const patterns: readonly Pattern[] = [
  { kind: 'MAIL', expression: /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\p{L}{2,}/gu },
  // Ten digits of a Dutch number, or nine after the country.
  {
    kind: 'PHONE',
    expression: /(?<![\d+])(?:(?:\+|00)31[\s.-]?(?:\(0\))?[\s.-]?|0)[1-9](?:[\s.-]?\d){8}(?!\d)/gu,
  },
  { kind: 'BSN', expression: /(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)/gu, holds: isBsn },
  // In capitals, or in one word: "in 2022 en" is no postcode.
  {
    kind: 'POSTCODE',
    expression: /(?<![\p{L}\d])[1-9]\d{3}(?: ?(?!S[ADS])[A-Z]{2}|[a-z]{2})(?![\p{L}\d])/gu,
  },
  {
    kind: 'NAME',
    expression: new RegExp(
      `(?<=(?<!\\p{L})(?:[Mm]evrouw|[Mm]evr\\.?|[Mm]w\\.?|[Mm]eneer|[Dd]e heer|[Dd]hr\\.?|[Mm]rs?\\.|[Mm]s\\.|[Dd]r\\.) )(?:\\p{Lu}\\.? ?)*(?:${prefixes} )?\\p{Lu}[\\p{L}'’-]+(?: (?:${prefixes} )?\\p{Lu}[\\p{L}'’-]+)*`,
      'gu',
    ),
  },
]

/**
 * Marks what is likely to be personal data in an open answer: telephone numbers, mail addresses, citizen service numbers
 * (BSN), postcodes, and names after a form of address. A help for who reviews it, who sees what this does not.
 */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = []
  for (const { kind, expression, holds } of patterns) {
    for (const match of text.matchAll(expression)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (holds?.(match[0]) === false || found.some((other) => other.from < to && from < other.to)) continue
      found.push({ kind, from, to })
    }
  }
  return found.sort((one, other) => one.from - other.from)
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
