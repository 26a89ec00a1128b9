import type { AskedQuestion, AskedQuestionnaire } from '../../collection/questionnaire.ts'

const label = (text: string) => ({ nl: `${text} nl`, en: `${text} en` })
const categories = (...codes: string[]) => codes.map((code) => ({ code, label: label(code) }))
const shared = { categories: [], required: false }

/** One question of each kind: `causes` after `pressure` 1, `rules` after the cause `rules`. */
export const sampleQuestions: readonly AskedQuestion[] = [
  {
    ...shared,
    code: 'pressure',
    measurement: 'ordinal',
    wording: label('Pressure'),
    categories: categories('1', '2'),
  },
  { ...shared, code: 'joy', measurement: 'numeric', wording: label('Joy'), minimum: 1, maximum: 10 },
  {
    ...{ ...shared, code: 'causes', measurement: 'multiple', wording: label('Causes') },
    ...{ categories: categories('rules', 'hours'), askedIf: { variable: 'pressure', in: ['1'] } },
  },
  {
    ...{ ...shared, code: 'rules', measurement: 'text', wording: label('Rules') },
    askedIf: { variable: 'causes', in: ['rules'] },
  },
  { ...shared, code: 'clients', measurement: 'numeric', wording: label('Clients'), minimum: 0 },
]

/** A questionnaire of these questions, or of others. */
export function sampleQuestionnaire(questions = sampleQuestions): AskedQuestionnaire {
  return {
    ...{ code: 'sample', title: label('Sample'), languages: ['nl', 'en'], minimumGroupSize: 7, questions },
    ...{ firstDay: undefined, lastDay: new Date('2024-03-31'), organisation: undefined, isPublic: false },
  }
}
