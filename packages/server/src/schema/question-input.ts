import { builder } from './builder.ts'
import { MeasurementEnum } from './variable.ts'

const CategoryInput = builder.inputType('CategoryInput', {
  description: 'An answer code.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Small letters, digits and underscores. Never changes.' }),
    labelNl: t.string({ required: true, description: 'The Dutch label; empty while it is not written.' }),
    labelEn: t.string({ required: true, description: 'The English label; empty while it is not written.' }),
  }),
})

const NetInput = builder.inputType('NetInput', {
  description: 'A named union of categories.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Written `net:<code>` in tables.' }),
    labelNl: t.string({ required: true, description: 'The Dutch label; empty while it is not written.' }),
    labelEn: t.string({ required: true, description: 'The English label; empty while it is not written.' }),
    categories: t.stringList({ required: true, description: 'Codes of its categories.' }),
  }),
})

const RoutingInput = builder.inputType('RoutingInput', {
  description: 'Whom a question is put to: those who gave one of these answers to an earlier one.',
  fields: (t) => ({
    variable: t.string({ required: true, description: 'Code of the earlier variable.' }),
    categories: t.stringList({ required: true, description: 'Codes of the answers that lead here.' }),
  }),
})

const LevelCategoryInput = builder.inputType('LevelCategoryInput', {
  description: 'A category of a coarser level.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Small letters, digits and underscores.' }),
    labelNl: t.string({ required: true, description: 'The Dutch label; empty while it is not written.' }),
    labelEn: t.string({ required: true, description: 'The English label; empty while it is not written.' }),
    categories: t.stringList({ required: true, description: 'Codes of the categories of the variable.' }),
  }),
})

const LevelInput = builder.inputType('LevelInput', {
  description: 'A coarser way to say a background variable, each of whose categories is in exactly one.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Small letters, digits and underscores.' }),
    labelNl: t.string({ required: true, description: 'The Dutch label; empty while it is not written.' }),
    labelEn: t.string({ required: true, description: 'The English label; empty while it is not written.' }),
    categories: t.field({ type: [LevelCategoryInput], required: true, description: 'Its categories.' }),
  }),
})

/** A question as staff write it. */
export const QuestionInput = builder.inputType('QuestionInput', {
  description:
    'A question of a wave, and what its variable is. What is absent stays as it is in a question that the wave asks already; null takes it away.',
  fields: (t) => ({
    variable: t.string({
      required: true,
      description:
        'Code of the variable, such as `ruimte_relatie`: the same as in other waves that measure it.',
    }),
    measurement: t.field({
      type: MeasurementEnum,
      required: true,
      description: 'What kind of answers it has; the same in all waves.',
    }),
    wordingNl: t.string({
      required: true,
      description: 'The question in Dutch; empty while it is not written.',
    }),
    wordingEn: t.string({
      required: true,
      description: 'The question in English; empty while it is not written.',
    }),
    background: t.boolean({
      description: 'Whether it could identify someone.',
    }),
    partnerBoundary: t.boolean({
      description: 'Whether its categories are the partner organisations.',
    }),
    sensitive: t.boolean({
      description: 'Whether respondents who are alike in the anonymised answers differ in it.',
    }),
    core: t.boolean({
      description: 'Whether it is repeated in each wave.',
    }),
    theme: t.string({ description: 'The theme it belongs to; none for core questions.' }),
    minimum: t.float({ description: 'Lowest value of a numeric variable.' }),
    maximum: t.float({ description: 'Highest value of a numeric variable.' }),
    categories: t.field({
      type: [CategoryInput],
      description: 'The answer codes, in order; none for numbers, texts and weights.',
    }),
    nets: t.field({
      type: [NetInput],
      description: 'The named unions of categories, in order.',
    }),
    hierarchy: t.field({
      type: [LevelInput],
      description:
        'Levels of a background variable, each coarser than the one before; anonymised answers say it at one.',
    }),
    askedIf: t.field({ type: RoutingInput, description: 'Whom it is put to; everyone where there is none.' }),
    comparabilityNoteNl: t.string({ description: 'In Dutch, what changed since earlier waves.' }),
    comparabilityNoteEn: t.string({ description: 'In English, what changed since earlier waves.' }),
  }),
})
