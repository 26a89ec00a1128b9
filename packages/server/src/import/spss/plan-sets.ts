import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { answerCodes } from '../answer-codes.ts'
import { codeOf, untranslated } from '../source-table.ts'
import type { SavPart, SavRow } from './plan-columns.ts'
import type { SavResponseSet } from './response-sets.ts'
import type { SavDictionary } from './sav-dictionary.ts'

/** The multiple-answer variables: the sets of the file, columns named `set__option`, and those the wave has. */
export function planSets(dictionary: SavDictionary, known: readonly CodebookVariable[]): SavPart[] {
  const parts: SavPart[] = []
  const taken = new Set<string>()
  for (const set of [...dictionary.sets, ...namedSets(dictionary), ...knownSets(dictionary, known)]) {
    if (set.variables.some((name) => taken.has(name))) continue
    const code = codeOf(set.name)
    if (parts.some(({ variable }) => variable.code === code)) continue
    for (const name of set.variables) taken.add(name)
    parts.push(set.byCategory ? byCategory(dictionary, set, code) : byDichotomy(dictionary, set, code))
  }
  return parts
}

/** Columns `causes__rules` and `causes__hours` are a set, as in the project's own files. */
function namedSets({ variables }: SavDictionary): SavResponseSet[] {
  const named = variables.map(({ name }) => name).filter((name) => /^.+__.+$/.test(name))
  const setOf = (name: string) => name.slice(0, name.indexOf('__'))
  return [...new Set(named.map(setOf))].map((name) => ({
    name,
    label: '',
    variables: named.filter((one) => setOf(one) === name),
  }))
}

/** Columns `causes_rules`, where the wave has a variable `causes` with an option `rules`. */
function knownSets({ variables }: SavDictionary, known: readonly CodebookVariable[]): SavResponseSet[] {
  return known.flatMap(({ code, measurement, categories = [] }) => {
    if (measurement !== 'multiple') return []
    const options = categories.flatMap((category) =>
      variables.filter(({ name }) => codeOf(name) === `${code}_${category.code}`),
    )
    if (options.length !== categories.length) return []
    return [{ name: code, label: '', variables: options.map(({ name }) => name) }]
  })
}

function places({ variables }: SavDictionary, set: SavResponseSet): number[] {
  return set.variables
    .map((name) => variables.findIndex((variable) => variable.name === name))
    .filter((index) => index !== -1)
}

/** Each column is an option, named where it has the counted value. */
function byDichotomy(dictionary: SavDictionary, set: SavResponseSet, code: string): SavPart {
  const columns = places(dictionary, set).map((index) => ({ index, ...dictionary.variables[index]! }))
  const options = columns.map(({ name, label }) => {
    const whole = codeOf(name)
    const option = whole.startsWith(`${code}_`) ? whole.slice(code.length + 1).replace(/^_/, '') : whole
    return { code: option, label: untranslated(label, option) }
  })
  return {
    names: columns.map(({ name }) => name),
    variable: { code, measurement: 'multiple', label: untranslated(set.label, code), categories: options },
    fields: (row: SavRow) => {
      const given = columns.map((column) => {
        const value = row[column.index]
        return value === undefined || value === '' || column.isMissing(value) ? undefined : String(value)
      })
      // SPSS leaves what was not named empty or 0; only when all of it is empty nothing was answered.
      if (given.every((value) => value === undefined)) return given.map(() => '')
      return given.map((value = '0') =>
        set.counted === undefined ? value : value === set.counted ? '1' : '0',
      )
    },
    missing: [],
  }
}

/** Each column names one option. */
function byCategory(dictionary: SavDictionary, set: SavResponseSet, code: string): SavPart {
  const indexes = places(dictionary, set)
  const columns = indexes.map((index) => dictionary.variables[index]!)
  const labels = columns[0]!.labels.filter(({ value }) => !columns[0]!.isMissing(value))
  const codes = answerCodes(
    set.name,
    labels.map(({ value }) => value),
  )
  const options = labels.map(({ value, label }) => ({
    code: codeOf(value),
    label: untranslated(label, codeOf(value)),
  }))
  return {
    names: columns.map(({ name }) => name),
    variable: { code, measurement: 'multiple', label: untranslated(set.label, code), categories: options },
    fields: (row) => {
      const given = columns.flatMap((column, place) => {
        const value = row[indexes[place]!]
        return value === undefined || value === '' || column.isMissing(value) ? [] : [codes(value)]
      })
      const strange = given.find((value) => !options.some((option) => option.code === value))
      if (strange !== undefined) return options.map(() => strange)
      return options.map((option) => (given.length === 0 ? '' : given.includes(option.code) ? '1' : '0'))
    },
    missing: [],
  }
}
