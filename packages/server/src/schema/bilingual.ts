import { builder } from './builder.ts'
import { inLanguage, languageArgument } from './language.ts'

/** A text to give in both languages. */
export const BilingualInput = builder.inputType('BilingualInput', {
  description: 'A text in both languages.',
  fields: (t) => ({
    nl: t.string({ required: true, description: 'In Dutch.' }),
    en: t.string({ required: true, description: 'In English.' }),
  }),
})

/** How a field reads the text of a row in the language that was asked for. */
export const bilingualText = {
  args: languageArgument,
  resolve: (row: { textNl: string; textEn: string }, { language }: { language: 'nl' | 'en' }) =>
    inLanguage(language, row.textNl, row.textEn),
}
