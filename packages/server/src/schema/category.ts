import type { AnswerCategory, AnswerNet } from '../codebook/answer-lists.ts'
import type { CodebookLevel } from '../codebook/codebook-format.ts'
import { builder } from './builder.ts'
import { inLanguage, languageArgument } from './language.ts'
import { readableBy } from './readable-by.ts'

/** An answer code, of a variable or of a question. */
export const CategoryType = builder.objectRef<AnswerCategory>('Category').implement({
  ...readableBy('EVERYONE'),
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
  ...readableBy('EVERYONE'),
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

const LevelCategory = builder.objectRef<CodebookLevel['categories'][number]>('LevelCategory').implement({
  ...readableBy('EVERYONE'),
  description: 'A category of a coarser level.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code, within the level.' }),
    label: t.string({
      description: 'What it is called.',
      args: languageArgument,
      resolve: ({ label }, { language }) => inLanguage(language, label.nl, label.en),
    }),
    categories: t.exposeStringList('categories', { description: 'Codes of the categories it unites.' }),
  }),
})

/** A coarser way to say a background variable. */
export const LevelType = builder.objectRef<CodebookLevel>('Level').implement({
  ...readableBy('EVERYONE'),
  description: 'A coarser way to say a background variable; the anonymised answers say it at one of these.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The code, such as `regio`.' }),
    label: t.string({
      description: 'What it is called.',
      args: languageArgument,
      resolve: ({ label }, { language }) => inLanguage(language, label.nl, label.en),
    }),
    categories: t.field({
      type: [LevelCategory],
      description: 'Its categories: each unites some of the variable.',
      resolve: ({ categories }) => [...categories],
    }),
  }),
})
