import type { AnswerCategory, AnswerNet } from '../codebook/answer-lists.ts'
import { builder } from './builder.ts'
import { inLanguage, languageArgument } from './language.ts'

/** An answer code, of a variable or of a question. */
export const CategoryType = builder.objectRef<AnswerCategory>('Category').implement({
  description: 'An answer code of a variable.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code, unchanging.' }),
    label: t.string({
      description: 'What the respondent read.',
      args: languageArgument,
      resolve: ({ labelNl, labelEn }, { language }) => inLanguage(language, labelNl, labelEn),
    }),
  }),
})

/** A named union of categories. */
export const NetType = builder.objectRef<AnswerNet>('Net').implement({
  description: 'A named union of categories; written `net:<code>` in tables and filters.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code, without `net:`.' }),
    label: t.string({
      description: 'What the union is called.',
      args: languageArgument,
      resolve: ({ labelNl, labelEn }, { language }) => inLanguage(language, labelNl, labelEn),
    }),
    categories: t.stringList({
      description: 'Codes of the categories it unites.',
      resolve: ({ categoryCodes }) => [...categoryCodes],
    }),
  }),
})
