import type { AnonymousAnswer, AnonymousRow } from '@peo/disclosure'
import { absentTexts } from '../absent-texts.ts'
import { codeNumbers } from '../respondents/code-numbers.ts'
import { decimalsOf, plainNumber } from '../respondents/plain-number.ts'
import type { RespondentFile, RespondentVariable } from '../respondents/respondent-file.ts'

type Absent = Exclude<AnonymousAnswer['status'], 'VALUE'>

const whys: readonly Absent[] = ['WITHHELD', 'NOT_ASKED', 'NO_ANSWER']

/** A variable as Triple-S has it: where it stands in a line, and what it is there. */
export interface TripleSField {
  readonly name: string
  readonly label: string
  readonly type: 'character' | 'single' | 'multiple' | 'quantity'
  readonly use: 'serial' | 'weight' | null
  readonly width: number
  /** Lowest and highest of a quantity. */
  readonly range: readonly [string, string] | null
  readonly values: readonly { readonly code: string; readonly label: string }[]
  readonly textIn: (row: AnonymousRow) => string
}

const idWidth = 32

/** The variables of a file of anonymised answers, the one that tells rows apart first. */
export function tripleSFields({ variables, language }: RespondentFile): TripleSField[] {
  const respondent: TripleSField = {
    name: 'respondent',
    label: language === 'nl' ? 'rij, willekeurig' : 'row, random',
    type: 'character',
    use: 'serial',
    width: idWidth,
    range: null,
    values: [],
    textIn: ({ id }) => id,
  }
  return [respondent, ...variables.map((variable, place) => field(variable, place, absentTexts[language]))]
}

type Field = Pick<TripleSField, 'type' | 'range' | 'values' | 'width'> & {
  readonly text: (answer: AnonymousAnswer) => string
}

function field(
  variable: RespondentVariable,
  place: number,
  texts: Readonly<Record<Absent, string>>,
): TripleSField {
  const { variable: name, label, measurement } = variable
  const kinds = { numeric: quantity, weight: quantity, multiple: several, nominal: one, ordinal: one }
  const { text, ...rest } = kinds[measurement](variable, texts)
  const textIn = ({ answers }: AnonymousRow) => text(answers[place]!).padStart(rest.width)
  return { name, label, use: measurement === 'weight' ? 'weight' : null, ...rest, textIn }
}

type Texts = Readonly<Record<Absent, string>>

/** Three numbers above all answers, with as many digits: 97, 98 and 99, or 997 and so on. */
function absentNumbers(highest: number): Readonly<Record<Absent, number>> {
  let power = 100
  while (highest >= power - 3) power *= 10
  return { WITHHELD: power - 3, NOT_ASKED: power - 2, NO_ANSWER: power - 1 }
}

function absentValues(numbers: Readonly<Record<Absent, number>>, texts: Texts) {
  return whys.map((why) => ({ code: String(numbers[why]), label: texts[why] }))
}

function one({ categories }: RespondentVariable, texts: Texts): Field {
  const numbers = codeNumbers(categories.map(({ code }) => code))
  const absent = absentNumbers(Math.max(0, ...numbers.values()))
  const numberOf = ({ status, categories: [code] }: AnonymousAnswer) =>
    status === 'VALUE' ? numbers.get(code!)! : absent[status]
  return {
    type: 'single',
    range: null,
    values: [
      ...categories.map(({ code, label }) => ({ code: String(numbers.get(code)), label })),
      ...absentValues(absent, texts),
    ],
    width: String(absent.WITHHELD).length,
    text: (answer) => String(numberOf(answer)),
  }
}

/** A 0 or 1 for each option, and for each reason why there is no answer. */
function several({ categories }: RespondentVariable, texts: Texts): Field {
  const values = [
    ...categories.map(({ label }, index) => ({ code: String(index + 1), label })),
    ...whys.map((why, index) => ({ code: String(categories.length + index + 1), label: texts[why] })),
  ]
  return {
    type: 'multiple',
    range: null,
    values,
    width: values.length,
    text: ({ status, categories: named }) =>
      [
        ...categories.map(({ code }) => status === 'VALUE' && named.includes(code)),
        ...whys.map((why) => status === why),
      ]
        .map((bit) => (bit ? '1' : '0'))
        .join(''),
  }
}

function quantity({ numbers }: RespondentVariable, texts: Texts): Field {
  const [lowest = 0, highest = 0] = [numbers[0], numbers.at(-1)]
  // A range says by its ends how many decimals the data have.
  const decimals = Math.max(0, ...numbers.map(decimalsOf))
  const range = [lowest.toFixed(decimals), highest.toFixed(decimals)] as const
  const absent = absentNumbers(highest)
  const shown = [...numbers.map(plainNumber), ...range]
  return {
    type: 'quantity',
    range,
    values: absentValues(absent, texts),
    width: Math.max(...shown.map((text) => text.length), String(absent.WITHHELD).length),
    text: ({ status, value }) => (status === 'VALUE' ? plainNumber(value!) : String(absent[status])),
  }
}
