import type { Buffer } from 'node:buffer'
import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { refuseSharedCodes } from '../answer-codes.ts'
import { codeOf, respondentCodes, type UnderstoodColumn, untranslated } from '../source-table.ts'
import { planSets } from './plan-sets.ts'
import { planVariable } from './plan-variable.ts'
import type { SavDictionary, SavValue } from './sav-dictionary.ts'
import { savRows } from './sav-rows.ts'

/** A row as the file has it, in the order of its variables. */
export type SavRow = readonly (SavValue | undefined)[]

/** A variable of the codebook, and how its fields follow from a row. */
export interface SavPart {
  /** The columns of the file it comes from. */
  readonly names: readonly string[]
  readonly variable: CodebookVariable
  readonly fields: (row: SavRow) => string[]
  /** Labelled values that count as no answer. */
  readonly missing: readonly string[]
}

/** How each variable of the file is taken. */
export function planColumns(file: Buffer, dictionary: SavDictionary, known: readonly CodebookVariable[]) {
  const { variables } = dictionary
  const found = respondentCodes.map((code) => variables.findIndex(({ name }) => codeOf(name) === code))
  const respondent = found.find((index) => index !== -1)
  const sets = planSets(dictionary, known)
  const leftOut: UnderstoodColumn[] = []
  const single = variables.flatMap((variable, index): SavPart[] => {
    if (index === respondent || sets.some(({ names }) => names.includes(variable.name))) return []
    if (variable.date) {
      leftOut.push({ column: variable.name, understood: 'left out: a date or time could tell who answered' })
      return []
    }
    const meant = known.find(
      ({ code, measurement }) => code === codeOf(variable.name) && measurement !== 'multiple',
    )
    return [planVariable(variable, index, meant, variable.name === dictionary.weight)]
  })
  const place = ({ names }: SavPart) => variables.findIndex(({ name }) => name === names[0])
  const parts = [...sets, ...single].sort((a, b) => place(a) - place(b))
  refuseSharedCodes(parts)
  return { parts: withFoundCategories(file, dictionary, parts, known), respondent, leftOut }
}

/** A nominal or ordinal variable without labels takes the whole numbers that are in the rows; with others it is numeric. */
function withFoundCategories(
  file: Buffer,
  dictionary: SavDictionary,
  parts: readonly SavPart[],
  known: readonly CodebookVariable[],
): SavPart[] {
  const codes = new Set(known.map(({ code }) => code))
  const open = parts.filter(
    ({ variable: { code, measurement, categories = [] } }) =>
      ['nominal', 'ordinal'].includes(measurement) && categories.length === 0 && !codes.has(code),
  )
  if (open.length === 0) return [...parts]
  const values = new Map(open.map((part) => [part, new Set<string>()]))
  for (const row of savRows(file, dictionary))
    for (const [part, found] of values) if (found.size <= maximum) found.add(part.fields(row)[0] ?? '')
  return parts.map((part) => {
    const found = [...(values.get(part) ?? [])]
      .filter(Boolean)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    if (!values.has(part)) return part
    const { variable } = part
    if (found.length === 0 || found.length > maximum || !found.every((code) => /^m?\d+$/.test(code)))
      return { ...part, variable: { ...variable, measurement: 'numeric' } }
    const categories = found.map((code) => ({ code, label: untranslated(null, code) }))
    return { ...part, variable: { ...variable, categories } }
  })
}

/** More categories a variable has not. */
const maximum = 250
