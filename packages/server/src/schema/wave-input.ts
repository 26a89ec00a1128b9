import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import { builder } from './builder.ts'
import { QuestionInput } from './question-input.ts'
import { AudienceEnum } from './wave.ts'

const details = (t: Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]) => ({
  titleNl: t.string({ description: 'What it is called in Dutch.' }),
  titleEn: t.string({ description: 'What it is called in English.' }),
  theme: t.string({ description: 'Code of its theme.' }),
  fieldworkFrom: t.field({ type: 'Date', description: 'First day of the fieldwork.' }),
  fieldworkTo: t.field({ type: 'Date', description: 'Last day of the fieldwork.' }),
  audience: t.field({ type: AudienceEnum, description: 'Whom its results are for; `PARTNERS` at first.' }),
  minimumGroupSize: t.int({
    description:
      'k: no figure rests on a group of fewer; 5 at first. Once a wave was opened it is raised, not lowered: people were told it.',
  }),
  population: t.int({ description: 'How many there are to sample from; `Wave.design` tells it.' }),
  invited: t.int({ description: 'How many professionals are invited.' }),
  languages: t.stringList({ description: 'In which languages it is put: `nl`, `en`; both at first.' }),
})

export const CreateWaveInput = builder.inputType('CreateWaveInput', {
  description: 'A wave to make.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'The slug, such as `peo-2024`. Never changes.' }),
    ...details(t),
  }),
})

/** What every change of a wave names. */
const asRead = (t: Parameters<typeof details>[0]) => ({
  wave: t.string({ required: true, description: 'Code of the wave.' }),
  version: t.int({ required: true, description: 'Its version when it was read.' }),
})

export const UpdateWaveInput = builder.inputType('UpdateWaveInput', {
  description: 'What to change of a wave; what is left out stays as it is.',
  fields: (t) => ({ ...asRead(t), ...details(t) }),
})

export const WaveInput = builder.inputType('WaveInput', {
  description: 'A wave, as somebody read it.',
  fields: (t) => asRead(t),
})

export const SaveQuestionInput = builder.inputType('SaveQuestionInput', {
  description: 'A question to put into a wave, in place of the one that asks the same variable.',
  fields: (t) => ({
    ...asRead(t),
    question: t.field({ type: QuestionInput, required: true, description: 'The question.' }),
    after: t.string({
      description:
        'Code of the variable after whose question it comes; where it is, or at the end, otherwise.',
    }),
  }),
})

export const RemoveQuestionInput = builder.inputType('RemoveQuestionInput', {
  description: 'A question to take out of a wave.',
  fields: (t) => ({
    ...asRead(t),
    variable: t.string({ required: true, description: 'Code of the variable that it asks.' }),
  }),
})

export const OrderQuestionsInput = builder.inputType('OrderQuestionsInput', {
  description: 'The order of the questions of a wave.',
  fields: (t) => ({
    ...asRead(t),
    order: t.stringList({ required: true, description: 'Codes of all variables that it asks.' }),
  }),
})

export const TakeOverQuestionsInput = builder.inputType('TakeOverQuestionsInput', {
  description: 'Questions to take over from another wave.',
  fields: (t) => ({
    ...asRead(t),
    from: t.string({ required: true, description: 'Code of the other wave.' }),
    variables: t.stringList({
      description:
        'Codes of the variables; the background variables, core questions and weight where it is absent.',
    }),
  }),
})

export const SetBreakdownsInput = builder.inputType('SetBreakdownsInput', {
  description: 'By what the results of a wave are to be released.',
  fields: (t) => ({
    ...asRead(t),
    breakdowns: t.field({
      type: t.listRef(t.listRef('String')),
      required: true,
      description: 'Sets of background variables, such as [["sector"], ["sector", "ervaring"]].',
    }),
  }),
})

const StratumSizeInput = builder.inputType('StratumSizeInput', {
  description: 'How many there are to sample from.',
  fields: (t) => ({
    category: t.string({ description: 'Code of the category of `strata`; absent where there are none.' }),
    size: t.int({
      required: true,
      description: 'How many respondents, or with clusters how many clusters, in the sample or not.',
    }),
  }),
})

export const SetDesignInput = builder.inputType('SetDesignInput', {
  description: 'How the respondents of a wave are sampled; what is left out does not apply.',
  fields: (t) => ({
    ...asRead(t),
    strata: t.string({
      description: 'Code of the nominal or ordinal variable each of whose categories is sampled by itself.',
    }),
    clusters: t.string({
      description: 'Code of the variable by whose answers respondents are drawn together.',
    }),
    population: t.field({
      type: [StratumSizeInput],
      defaultValue: [],
      required: true,
      description: 'How many there are: one size, or with strata one for each category; none where unknown.',
    }),
  }),
})

/** The design that an input describes. */
export function designFrom(input: typeof SetDesignInput.$inferInput): CodebookDesign | UserProblem {
  const { strata, clusters, population } = input
  const sizes = new Map(population.map(({ category, size }) => [category ?? undefined, size]))
  const whole = sizes.get(undefined)
  if (sizes.size < population.length || (whole !== undefined && sizes.size > 1)) {
    const message =
      'The population names a category twice, or with and without one; give a size for each once.'
    return userProblem('INVALID_INPUT', 'population', message)
  }
  return {
    ...(strata != null && { strata }),
    ...(clusters != null && { clusters }),
    ...(sizes.size > 0 && { population: whole ?? (Object.fromEntries(sizes) as Record<string, number>) }),
  }
}

export const WithdrawWaveInput = builder.inputType('WithdrawWaveInput', {
  description: 'A wave whose results are taken back.',
  fields: (t) => ({
    ...asRead(t),
    reasonNl: t.string({ required: true, description: 'Why, in Dutch; everyone reads it.' }),
    reasonEn: t.string({ required: true, description: 'Why, in English; everyone reads it.' }),
  }),
})
