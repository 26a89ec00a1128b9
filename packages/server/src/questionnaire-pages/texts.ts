import type { Language } from '../tables/table-labels.ts'
import { english } from './texts-en.ts'
import { dutch, type Texts } from './texts-nl.ts'

/** What the pages say, by language. */
export const texts: Readonly<Record<Language, Texts>> = { nl: dutch, en: english }

const locales: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' }

/** Writes a day, such as "1 april 2022". */
export function writeDay(day: Date, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(day)
}

/** Writes a number with all its decimals, such as "7,5", as it is read back: without marks between thousands. */
export function writeNumber(number: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 20, useGrouping: false }).format(
    number,
  )
}
