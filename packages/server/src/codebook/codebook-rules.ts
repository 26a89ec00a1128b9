import { columnsOf } from '../import/read-answer.ts'
import type { Codebook, CodebookVariable, CodebookWave } from './codebook-format.ts'
import { checkDesign } from './design-rules.ts'
import { checkHierarchy } from './hierarchy-rules.ts'

/** Something wrong in a codebook: where, and what. */
export interface CodebookProblem {
  /** Such as `variables.sector.nets.onvoldoende`. */
  readonly path: string
  readonly message: string
}

/** Names that stand for something else in tables, so that no variable may have them. */
const reserved = new Set([
  ...['wave', 'measure', 'status', 'count', 'base', 'column_percent', 'row_percent', 'total_percent'],
  ...['low', 'high', 'higher_than', 'mean', 'standard_deviation', 'standard_error', 'median', 'respondent'],
  ...['effective_base', 'lower_quartile', 'upper_quartile', 'comparability_note'],
  ...['test', 'test_statistic', 'test_df', 'test_denominator_df', 'p_value', 'cramers_v'],
  ...['table_effective_base', 'design_effect'],
  // Every object of JavaScript has these.
  ...['constructor', '__proto__'],
])

/** What the shape of a codebook cannot say: that its parts agree with each other. */
export function checkCodebook(codebook: Codebook): CodebookProblem[] {
  const byCode = new Map(codebook.variables.map((variable) => [variable.code, variable]))
  return [
    ...repeated(codebook.variables, 'variables'),
    ...repeated(codebook.waves, 'waves'),
    ...codebook.variables.flatMap((variable) => checkVariable(variable, byCode)),
    ...codebook.waves.flatMap((wave) => checkWave(wave, byCode)),
  ]
}

/** What stands twice in a list by its codes. */
export function repeated(items: readonly { code: string }[], path: string): CodebookProblem[] {
  const seen = new Set<string>()
  return items.flatMap(({ code }) => {
    if (seen.has(code)) return [{ path: `${path}.${code}`, message: `the code ${code} stands here twice` }]
    seen.add(code)
    return []
  })
}

/** The variables of a codebook by code. */
export type Variables = ReadonlyMap<string, CodebookVariable>

function checkVariable(variable: CodebookVariable, variables: Variables): CodebookProblem[] {
  const path = `variables.${variable.code}`
  const categories = variable.categories ?? []
  const codes = new Set(categories.map(({ code }) => code))
  const needs = ['nominal', 'ordinal', 'multiple'].includes(variable.measurement)
  const problems: CodebookProblem[] = [
    ...repeated(categories, `${path}.categories`),
    ...repeated(variable.nets ?? [], `${path}.nets`),
  ]
  const say = (at: string, message: string) => problems.push({ path: at, message })
  if (reserved.has(variable.code) || variable.code.endsWith('_label')) {
    say(path, `${variable.code} is a name with a use of its own; choose another`)
  }
  if (needs !== categories.length > 0) {
    say(path, needs ? 'has no categories' : `is ${variable.measurement} and takes no categories`)
  }
  if (variable.role === 'background' && !['nominal', 'ordinal'].includes(variable.measurement)) {
    say(path, 'is a background variable, which must be nominal or ordinal')
  }
  if ((variable.minimum ?? -Infinity) > (variable.maximum ?? Infinity)) {
    say(path, `has a minimum (${variable.minimum}) above its maximum (${variable.maximum})`)
  }
  for (const net of variable.nets ?? []) {
    for (const code of net.categories.filter((code) => !codes.has(code))) {
      say(`${path}.nets.${net.code}`, `${code} is not a category of ${variable.code}`)
    }
  }
  return [
    ...problems,
    ...checkAnswerCodes(variable),
    ...checkBoundary(variable, variables),
    ...checkHierarchy(variable),
    ...checkRouting(variable, variables),
  ]
}

/** What files of anonymised answers have in place of the code of an answer that is not shown. */
const notShown = 'withheld'

function checkAnswerCodes({
  code,
  measurement,
  categories,
  hierarchy = [],
}: CodebookVariable): CodebookProblem[] {
  // Options are columns there.
  if (measurement === 'multiple') return []
  const path = `variables.${code}`
  return [
    { at: `${path}.categories.${notShown}`, answers: categories },
    ...hierarchy.map((level) => ({ at: `${path}.hierarchy.${level.code}`, answers: level.categories })),
  ]
    .filter(({ answers = [] }) => answers.some((answer) => answer.code === notShown))
    .map(({ at }) => ({
      path: at,
      message: `the code ${notShown} stands for answers that are not shown; choose another`,
    }))
}

function checkBoundary(variable: CodebookVariable, variables: Variables): CodebookProblem[] {
  if (!variable.partnerBoundary) return []
  const path = `variables.${variable.code}.partnerBoundary`
  const first = [...variables.values()].find(({ partnerBoundary }) => partnerBoundary)!
  const messages = [
    ...(variable.role === 'background' ? [] : ['is for a background variable']),
    ...(first === variable ? [] : [`stands at ${first.code} already; one variable says who works where`]),
    ...((variable.categories ?? []).some(({ code }) => code === 'rest')
      ? ['the code rest stands for all other organisations; choose another']
      : []),
  ]
  return messages.map((message) => ({ path, message }))
}

function checkRouting(
  { code, measurement, askedIf }: CodebookVariable,
  variables: Variables,
): CodebookProblem[] {
  if (askedIf === undefined) return []
  const path = `variables.${code}.askedIf`
  if (measurement === 'weight') return [{ path, message: 'everyone has a weight; leave askedIf out' }]
  const gate = variables.get(askedIf.variable)
  if (gate === undefined) return [{ path, message: `${askedIf.variable} is not a variable` }]
  const codes = new Set(gate.categories?.map((category) => category.code))
  return askedIf.in
    .filter((category) => !codes.has(category))
    .map((category) => ({ path, message: `${category} is not a category of ${gate.code}` }))
}

function checkWave(wave: CodebookWave, variables: Variables): CodebookProblem[] {
  const path = `waves.${wave.code}`
  const problems: CodebookProblem[] = []
  const say = (at: string, message: string) => problems.push({ path: at, message })
  for (const [index, code] of wave.variables.entries()) {
    const variable = variables.get(code)
    if (variable === undefined) say(`${path}.variables`, `${code} is not a variable`)
    if (wave.variables.indexOf(code) < index) say(`${path}.variables`, `${code} stands here twice`)
    const gate = variable?.askedIf?.variable
    if (gate !== undefined && !wave.variables.slice(0, index).includes(gate)) {
      say(`${path}.variables`, `${code} is asked after ${gate}, which does not stand before it`)
    }
  }
  for (const column of sharedColumns(wave, variables)) {
    say(`${path}.variables`, `the column ${column} would hold two variables`)
  }
  if (wave.variables.filter((code) => variables.get(code)?.measurement === 'weight').length > 1) {
    say(`${path}.variables`, 'holds more than one weight')
  }
  if (wave.responses !== null && wave.variables.length === 0) say(path, 'has answers but no variables')
  for (const code of Object.keys(wave.comparabilityNotes ?? {})) {
    if (!wave.variables.includes(code)) say(`${path}.comparabilityNotes`, `${code} is not asked in this wave`)
  }
  for (const breakdown of wave.breakdowns ?? []) {
    for (const [index, code] of breakdown.entries()) {
      if (variables.get(code)?.role !== 'background' || !wave.variables.includes(code)) {
        say(`${path}.breakdowns`, `${code} is not a background variable of this wave`)
      }
      if (breakdown.indexOf(code) < index) say(`${path}.breakdowns`, `${code} stands twice in one breakdown`)
    }
  }
  if (wave.fieldwork !== null && wave.fieldwork.from > wave.fieldwork.to) {
    say(`${path}.fieldwork`, `starts (${wave.fieldwork.from}) after it ends (${wave.fieldwork.to})`)
  }
  return [...problems, ...checkDesign(wave, variables)]
}

/** `a__b` can be a variable, and the option b of the variable a. */
function sharedColumns(wave: CodebookWave, variables: Variables): string[] {
  const asked = [...new Set(wave.variables)].flatMap((code) => variables.get(code) ?? [])
  const columns = asked.flatMap((variable) => [...new Set(columnsOf(variable))])
  return columns.filter((column, index) => columns.indexOf(column) < index)
}
