import { isBlank } from '../is-blank.ts'
import type { Language } from '../tables/table-labels.ts'
import { builder } from './builder.ts'

const LanguageEnum = builder.enumType('Language', {
  description: 'A language of labels.',
  values: {
    NL: { value: 'nl', description: 'Dutch.' },
    EN: { value: 'en', description: 'English.' },
  } as const,
})

/** The argument that every label takes. */
export const languageArgument = builder.args((t) => ({
  language: t.field({
    type: LanguageEnum,
    defaultValue: 'nl',
    required: true,
    description: 'The language of the answer.',
  }),
}))

/** Picks the text of a language from a pair of database columns: the other where a wave of one language has none in it. */
export function inLanguage(language: Language, dutch: string, english: string): string {
  const [wanted, other] = language === 'nl' ? [dutch, english] : [english, dutch]
  return isBlank(wanted) ? other : wanted
}
