import type { AnonymousRow } from '@peo/disclosure'
import { absentTexts } from '../absent-texts.ts'
import { absentCodes } from '../respondents/absent-codes.ts'
import { areNumbers, codeNumbers } from '../respondents/code-numbers.ts'
import { decimalsOf } from '../respondents/plain-number.ts'
import {
  columnsOf,
  type RespondentColumn,
  type RespondentFile,
  saidIn,
} from '../respondents/respondent-file.ts'
import { savNames } from './sav-names.ts'

/** A variable of an SPSS file. */
export interface SavColumn {
  readonly name: string
  /** A name of eight bytes at most, which no code can be: `@1`. */
  readonly short: string
  readonly label: string
  /** Bytes of text: of what tells rows apart alone. All else is numbers, of width 0. */
  readonly width: number
  /** Decimals that are shown. */
  readonly decimals: number
  readonly level: 'nominal' | 'ordinal' | 'scale'
  readonly labels: readonly { readonly value: number; readonly label: string }[]
  /** Values that are no answers. */
  readonly missing: readonly number[]
  /** Codes that the numbers 1, 2, ... stand for, where codes are no numbers; else none. */
  readonly codes: readonly string[]
  readonly valueIn: (row: AnonymousRow) => number | string
  /** Code of the variable of which it is an option; null where it is none. */
  readonly optionOf: string | null
  readonly isWeight: boolean
}

const idWidth = 32

/** More decimals are kept, and not shown. */
const mostDecimals = 4

/** The variables of a file of anonymised answers, the one that tells rows apart first. */
export function savColumns(file: RespondentFile): SavColumn[] {
  const columns = columnsOf(file.variables)
  const names = savNames(['respondent', ...columns.map(({ name }) => name)])
  const respondent: SavColumn = {
    name: names[0]!,
    short: '@1',
    label: file.language === 'nl' ? 'rij, willekeurig' : 'row, random',
    width: idWidth,
    decimals: 0,
    level: 'nominal',
    labels: [],
    missing: [],
    codes: [],
    valueIn: ({ id }) => id,
    optionOf: null,
    isWeight: false,
  }
  const others = columns.map((column, index) => ({
    ...savColumn(column, file.language),
    name: names[index + 1]!,
    short: `@${index + 2}`,
  }))
  return [respondent, ...others]
}

function savColumn(column: RespondentColumn, language: 'nl' | 'en'): Omit<SavColumn, 'name' | 'short'> {
  const { variable, option, place, label } = column
  const { measurement, numbers } = variable
  const isOption = option !== null
  const categories = isOption ? yesNo[language] : variable.categories
  const codes = categories.map(({ code }) => code)
  const codeNumber = codeNumbers(codes)
  const isWeight = measurement === 'weight'
  const absent = absentCodes(variable)
  const absentLabels = (['WITHHELD', 'NOT_ASKED', 'NO_ANSWER'] as const).map((status) => ({
    value: absent[status],
    label: absentTexts[language][status],
  }))
  return {
    label,
    width: 0,
    decimals: Math.min(mostDecimals, Math.max(0, ...numbers.map(decimalsOf))),
    level:
      measurement === 'numeric' || isWeight ? 'scale' : measurement === 'ordinal' ? 'ordinal' : 'nominal',
    labels: [
      ...categories.map(({ code, label }) => ({ value: codeNumber.get(code)!, label })),
      ...absentLabels,
    ],
    missing: absentLabels.map(({ value }) => value),
    codes: areNumbers(codes) ? [] : codes,
    valueIn: ({ answers }) => {
      const answer = answers[place]!
      if (answer.status !== 'VALUE') return absent[answer.status]
      const said = saidIn(column, answer)!
      return typeof said === 'string' ? codeNumber.get(said)! : Number(said)
    },
    optionOf: isOption ? variable.variable : null,
    isWeight,
  }
}

const yesNo = {
  nl: [
    { code: '0', label: 'nee' },
    { code: '1', label: 'ja' },
  ],
  en: [
    { code: '0', label: 'no' },
    { code: '1', label: 'yes' },
  ],
}
