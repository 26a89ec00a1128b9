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
  minimumGroupSize: t.int({ description: 'k: no figure rests on a group of fewer; 5 at first.' }),
  population: t.int({ description: 'How many there are to sample from.' }),
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
  description: 'Questions to take over from an earlier wave.',
  fields: (t) => ({
    ...asRead(t),
    from: t.string({ required: true, description: 'Code of the earlier wave.' }),
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

export const WithdrawWaveInput = builder.inputType('WithdrawWaveInput', {
  description: 'A wave whose results are taken back.',
  fields: (t) => ({
    ...asRead(t),
    reasonNl: t.string({ required: true, description: 'Why, in Dutch; everyone reads it.' }),
    reasonEn: t.string({ required: true, description: 'Why, in English; everyone reads it.' }),
  }),
})
