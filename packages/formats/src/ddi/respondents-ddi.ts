import { absentTexts } from '../absent-texts.ts'
import { decimalsOf, plainNumber } from '../respondents/plain-number.ts'
import {
  columnsOf,
  type FileChunks,
  type RespondentColumn,
  type RespondentFile,
} from '../respondents/respondent-file.ts'
import { element, type Xml, xmlDocument } from '../xml.ts'

const texts = {
  nl: {
    respondent: 'rij, willekeurig',
    yes: 'ja',
    no: 'nee',
    kind: 'geanonimiseerde antwoorden',
    empty: 'Een leeg veld is niet gevraagd of niet beantwoord.',
    withheld: 'Onderdrukt: er kan een antwoord zijn; het wordt niet getoond, om mensen te beschermen.',
  },
  en: {
    respondent: 'row, random',
    yes: 'yes',
    no: 'no',
    kind: 'anonymised answers',
    empty: 'An empty field was not asked or not answered.',
    withheld: 'Withheld: there may be an answer; it is not shown, to protect people.',
  },
}

/**
 * Describes the anonymised answers of a wave as DDI-Codebook 2.5, in the language of the file: its variables as they
 * stand in the CSV of codes, their questions, what may be answered, the weight and the sets of options.
 *
 * Source: https://ddialliance.org/Specification/DDI-Codebook/2.5/
 */
export async function* respondentsDdi(file: RespondentFile): FileChunks {
  const { language } = file
  const root = element(
    'codeBook',
    { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': language },
    study(file),
    fileDescription(file),
    element('dataDscr', {}, ...groups(file), ...variables(file)),
  )
  yield new TextEncoder().encode(xmlDocument(root))
}

function study({ wave, digest, language }: RespondentFile): Xml {
  const title = element('titlStmt', {}, element('titl', {}, wave.title), element('IDNo', {}, wave.code))
  const version = element('verStmt', {}, element('version', {}, digest))
  const summary = element('sumDscr', {}, element('dataKind', {}, texts[language].kind))
  return element('stdyDscr', {}, element('citation', {}, title, version), element('stdyInfo', {}, summary))
}

function fileDescription({ wave, respondents, language, variables }: RespondentFile): Xml {
  const { empty, withheld } = texts[language]
  return element(
    'fileDscr',
    { ID: 'F1' },
    element(
      'fileTxt',
      {},
      element('fileName', {}, `${wave.code}-respondents.csv`),
      element(
        'dimensns',
        {},
        element('caseQnty', {}, String(respondents)),
        element('varQnty', {}, String(1 + columnsOf(variables).length)),
      ),
      element('fileType', { charset: 'UTF-8' }, 'CSV'),
    ),
    element('notes', {}, `${empty} ${withheld}`),
  )
}

/** Ids of the columns of a file, without the first. */
const idOf = (index: number) => `V${index + 2}`

function groups({ variables }: RespondentFile): Xml[] {
  const columns = columnsOf(variables)
  return variables
    .filter(({ measurement }) => measurement === 'multiple')
    .map((variable) => {
      const ids = columns.flatMap((column, index) => (column.variable === variable ? [idOf(index)] : []))
      const attributes = { type: 'multipleResp', name: variable.variable, var: ids.join(' ') }
      return element('varGrp', attributes, element('labl', {}, variable.label))
    })
}

function variables({ variables, language }: RespondentFile): Xml[] {
  const columns = columnsOf(variables)
  const weight = columns.findIndex(({ variable }) => variable.measurement === 'weight')
  const weighting = weight === -1 ? {} : { 'wgt-var': idOf(weight) }
  const respondent = element(
    'var',
    { ID: 'V1', name: 'respondent', files: 'F1', intrvl: 'discrete', nature: 'nominal' },
    element('labl', {}, texts[language].respondent),
    element('varFormat', { type: 'character' }),
  )
  const others = columns.map((column, index) =>
    variableOf(column, language, {
      ID: idOf(index),
      name: column.name,
      files: 'F1',
      ...(index === weight ? { wgt: 'wgt' } : weighting),
    }),
  )
  return [respondent, ...others]
}

function variableOf(
  column: RespondentColumn,
  language: 'nl' | 'en',
  attributes: Readonly<Record<string, string>>,
): Xml {
  const { variable, label, option } = column
  const { measurement, numbers } = variable
  const isNumber = measurement === 'numeric' || measurement === 'weight'
  const nature = isNumber ? 'interval' : measurement === 'ordinal' ? 'ordinal' : 'nominal'
  const decimals = Math.max(0, ...numbers.map(decimalsOf))
  return element(
    'var',
    {
      ...attributes,
      ...(isNumber ? { dcml: decimals } : {}),
      intrvl: isNumber ? 'contin' : 'discrete',
      nature,
    },
    element('labl', {}, label),
    ...(measurement === 'weight' ? [] : [element('qstn', {}, element('qstnLit', {}, variable.label))]),
    ...(numbers.length === 0 ? [] : [element('valrng', {}, rangeOf(numbers))]),
    element('invalrng', {}, element('item', { VALUE: 'withheld' })),
    ...categoriesOf(column, language),
    category('withheld', absentTexts[language].WITHHELD, { missing: 'Y' }),
    element('varFormat', { type: isNumber || option !== null ? 'numeric' : 'character' }),
  )
}

function rangeOf(numbers: readonly number[]): Xml {
  return element('range', {
    UNITS: 'REAL',
    min: plainNumber(numbers[0]!),
    max: plainNumber(numbers.at(-1)!),
  })
}

function categoriesOf({ variable, option }: RespondentColumn, language: 'nl' | 'en'): Xml[] {
  const { yes, no } = texts[language]
  if (option !== null) return [category('0', no), category('1', yes)]
  return variable.categories.map(({ code, label }) => category(code, label))
}

function category(code: string, label: string, attributes: Readonly<Record<string, string>> = {}): Xml {
  return element('catgry', attributes, element('catValu', {}, code), element('labl', {}, label))
}
