import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { answerCodes, refuseSharedCodes } from '../answer-codes.ts'
import { codeOf, respondentCodes, type UnderstoodColumn } from '../source-table.ts'
import type { Labels, TripleSDefinition, TripleSVariable } from './read-definition.ts'

/** A row as its definition takes it: the text at a place. */
export type TripleSRow = (start: number, finish: number) => string

/** A variable, and how its fields follow from a row. */
export interface TripleSPart {
  readonly names: readonly string[]
  readonly variable: CodebookVariable
  readonly fields: (row: TripleSRow) => string[]
}

/** How each variable of a definition is taken. */
export function planFields(definition: TripleSDefinition, known: readonly CodebookVariable[]) {
  const { variables } = definition
  const named = respondentCodes.map((code) => variables.find(({ name }) => codeOf(name) === code))
  const respondent = variables.find(({ use }) => use === 'serial') ?? named.find((one) => one !== undefined)
  const leftOut: UnderstoodColumn[] = []
  const parts = variables.flatMap((variable): TripleSPart[] => {
    if (variable === respondent) return []
    if (variable.type === 'date' || variable.type === 'time') {
      leftOut.push({ column: variable.name, understood: 'left out: a date or time could tell who answered' })
      return []
    }
    return [variable.type === 'multiple' ? several(variable, definition.format, known) : one(variable, known)]
  })
  refuseSharedCodes(parts)
  return { parts, respondent, leftOut }
}

function inBoth(labels: Labels, otherwise: string): CodebookVariable['label'] {
  const any = labels.get('') || [...labels.values()][0] || otherwise
  return { nl: labels.get('nl') || any, en: labels.get('en') || any }
}

/** Numbers of a range that are categories at most. */
const mostCategories = 250

/** The answers of a variable: those with a label, and the numbers of its range. */
function answersOf({ values, range }: TripleSVariable): NonNullable<CodebookVariable['categories']> {
  const labelled = values.map(category)
  if (range === undefined || range.to - range.from >= mostCategories) return labelled
  const numbers = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
  const others = numbers.filter((number) => !values.some(({ code }) => Number(code) === number))
  return [...others.map((number) => category({ code: String(number), label: new Map() })), ...labelled]
}

/** A number may have zeros before it, in the definition as in the data. */
const plain = (code: string) => (/^\d+$/.test(code) ? Number(code) : code)

const category = ({ code, label }: TripleSVariable['values'][number]) => ({
  code: codeOf(plain(code)),
  label: inBoth(label, code),
})

function one(variable: TripleSVariable, known: readonly CodebookVariable[]): TripleSPart {
  const { name, type, use, values, range, start, finish } = variable
  const code = codeOf(name)
  const meant = known.find((own) => own.code === code && own.measurement !== 'multiple')
  const yesNo = [
    { code: '1', label: { nl: 'ja', en: 'yes' } },
    { code: '0', label: { nl: 'nee', en: 'no' } },
  ]
  const said = { code, label: inBoth(variable.label, name) }
  const drafted = (): CodebookVariable => {
    if (use === 'weight') return { ...said, measurement: 'weight' }
    if (type === 'single') return { ...said, measurement: 'nominal', categories: answersOf(variable) }
    if (type === 'logical') return { ...said, measurement: 'nominal', categories: yesNo }
    if (type !== 'quantity') return { ...said, measurement: 'text' }
    const limits = range === undefined ? {} : { minimum: range.from, maximum: range.to }
    return { ...said, measurement: 'numeric', ...limits }
  }
  const codes = answerCodes(name, type === 'single' ? values.map((value) => plain(value.code)) : [])
  // Values of a quantity with a label are no amounts: "do not know" and the like.
  const special = new Set(type === 'quantity' ? values.map((value) => Number(value.code)) : [])
  return {
    names: [name],
    variable: meant ?? drafted(),
    fields: (row) => {
      const field = row(start, finish).trim()
      if (field === '') return ['']
      if (type === 'single') return [codes(plain(field))]
      if (type !== 'quantity') return [field]
      return [special.has(Number(field)) ? '' : field.replace(/^(-?)0+(?=\d)/, '$1')]
    },
  }
}

function several(
  variable: TripleSVariable,
  format: TripleSDefinition['format'],
  known: readonly CodebookVariable[],
): TripleSPart {
  const { name, spread } = variable
  const code = codeOf(name)
  const meant = known.find((own) => own.code === code)?.categories
  // A number without a label that the wave does not have is refused in the rows that name it.
  const categories = answersOf(variable).filter(
    (answer) => answer.label.nl !== answer.code || (meant?.some((own) => own.code === answer.code) ?? true),
  )
  const numbers = categories.map((answer) => Number(answer.code))
  const highest = Math.max(0, ...variable.values.map((value) => Number(value.code)))
  return {
    names: [name],
    variable: { code, measurement: 'multiple', label: inBoth(variable.label, name), categories },
    fields: (row) => {
      const field = row(variable.start, variable.finish).trimEnd()
      const wrong = spread === undefined ? bitsProblem(field, format === 'csv' ? highest : 0) : undefined
      if (wrong !== undefined) return numbers.map(() => wrong)
      const given = spread === undefined ? bits(field) : spreadOver(variable, row, format)
      if (given === undefined) return numbers.map(() => '')
      const strange = [...given].find((number) => !numbers.includes(number))
      if (strange === undefined) return numbers.map((number) => (given.has(number) ? '1' : '0'))
      return numbers.map(() =>
        Number.isNaN(strange) ? field.trim() : `${field.trim()} (no answer has the code ${strange})`,
      )
    },
  }
}

/** The codes named in a row of zeros and ones, in which code 9 is the ninth; undefined where it is blank. */
function bits(field: string): Set<number> | undefined {
  if (field.trim() === '') return undefined
  return new Set([...field].flatMap((bit, index) => (bit === '1' ? index + 1 : [])))
}

/** Why a field is no such row. Of one that is too short, which sign is of which code is not known. */
function bitsProblem(field: string, places: number): string | undefined {
  if (!/^[01 ]*$/.test(field)) return field.trim()
  if (field.trim() === '' || field.length >= places) return undefined
  return `${field} (it has ${field.length} of ${places} places: a spreadsheet takes zeros that come first for nothing)`
}

/** The codes named in subfields, 0 for none; undefined where all of them are blank. */
function spreadOver(
  { start, finish, spread }: TripleSVariable,
  row: TripleSRow,
  format: TripleSDefinition['format'],
): Set<number> | undefined {
  const { subfields, width } = spread!
  const apart = format === 'csv' && finish > start
  const whole = apart ? '' : row(start, finish)
  const each = width || Math.ceil(whole.length / subfields)
  const parts = Array.from({ length: subfields }, (_, index) =>
    (apart ? row(start + index, start + index) : whole.slice(index * each, (index + 1) * each)).trim(),
  )
  if (parts.every((part) => part === '')) return undefined
  return new Set(
    parts
      .filter((part) => part !== '')
      .map(Number)
      .filter((number) => number !== 0),
  )
}
