import type { GroupSelection, RequestOptions, ShownGroups } from '@peo/tabulation'
import { isPartOf } from '../access/own-organisation.ts'
import type { Release } from '../release/published-releases.ts'
import type { ReleasedVariable } from '../release/release-codebook.ts'
import { type RequestError, requestError } from './request-error.ts'
import type { CategoryFilter, TableInput } from './table-input.ts'
import { findVariable, type VariableRegistry } from './variable-registry.ts'

/** The releases that a request names, in its order. */
export function findReleases(
  published: readonly Release[],
  waves: readonly string[],
): readonly Release[] | RequestError {
  if (waves.length === 0)
    return requestError('INVALID_INPUT', 'Name at least one wave.', { argument: 'waves' })
  const repeated = waves.find((code, index) => waves.indexOf(code) < index)
  if (repeated !== undefined) {
    return requestError('INVALID_INPUT', `The wave ${repeated} is named twice.`, { argument: 'waves' })
  }
  const codes = published.map(({ codebook }) => codebook.wave.code)
  const unknown = waves.find((code) => !codes.includes(code))
  if (unknown !== undefined) {
    const message = `There are no published results of a wave "${unknown}". Published are: ${codes.join(', ') || 'none yet'}.`
    return requestError('UNKNOWN_WAVE', message, { wave: unknown, published: codes })
  }
  return waves.map((code) => published[codes.indexOf(code)]!)
}

/** Looks up a variable that a table can have on a side: one with categories. */
export function findCategorical(registry: VariableRegistry, code: string): ReleasedVariable | RequestError {
  const variable = findVariable(registry, code)
  if ('kind' in variable || variable.categories !== undefined) return variable
  const reason = {
    numeric: `${code} is a number and has no categories; ask means(of: "${code}") instead.`,
    weight: `${code} is the weight; ask for a weighted table instead (weighted: true).`,
  }
  const message =
    variable.measurement === 'numeric' || variable.measurement === 'weight'
      ? reason[variable.measurement]
      : `${code} holds open answers, which are not tabulated.`
  return requestError('INVALID_INPUT', message, { variable: code })
}

/** Checks that no variable is used twice. */
export function checkDistinct(codes: readonly string[]): RequestError | undefined {
  const repeated = codes.find((code, index) => codes.indexOf(code) < index)
  if (repeated === undefined) return undefined
  return requestError('INVALID_INPUT', `The variable ${repeated} is used twice in this table.`, {
    variable: repeated,
  })
}

/** Checks the options that all tables share, and splits the filter into groups shown and groups selected. */
export function checkOptions(
  registry: VariableRegistry,
  input: TableInput,
  sides: readonly string[],
): RequestOptions | RequestError {
  const { confidenceLevel, weighted } = input
  if (!(confidenceLevel >= 0.5 && confidenceLevel <= 0.9999)) {
    const message = `The confidence level ${confidenceLevel} does not lie between 0.5 and 0.9999; 0.95 is usual.`
    return requestError('INVALID_INPUT', message, { argument: 'confidenceLevel' })
  }
  const repeated = checkDistinct(input.filter.map(({ variable }) => variable))
  if (repeated !== undefined) return repeated
  const filter: GroupSelection[] = []
  const shown: ShownGroups[] = []
  for (const condition of input.filter) {
    const error = checkFilter(registry, condition)
    if (error !== undefined) return error
    const { variable, categories } = condition
    if (sides.includes(variable)) shown.push({ variable, codes: categories })
    else if (categories.length === 1) filter.push({ variable, code: categories[0]! })
    else return newGroup(condition)
  }
  return { filter, shown, weighted, confidenceLevel }
}

function checkFilter(registry: VariableRegistry, condition: CategoryFilter): RequestError | undefined {
  const variable = findCategorical(registry, condition.variable)
  if ('kind' in variable) return variable
  const nets = (variable.nets ?? []).map(({ code }) => `net:${code}`)
  const codes = [...(variable.categories ?? []).map(({ code }) => code), ...nets]
  if (condition.categories.length === 0) {
    const message = `The filter on ${variable.code} names no category; it takes ${codes.join(', ')}.`
    return requestError('INVALID_INPUT', message, { argument: 'filter', categories: codes })
  }
  const unknown = condition.categories.find((code) => !codes.includes(code))
  if (unknown === undefined) return undefined
  const details = { argument: 'filter', categories: codes }
  if (isPartOf(variable)) {
    const message = `"${unknown}" is not a category of ${variable.code} that you may read; you may read ${codes.join(', ') || 'none'}.`
    return requestError('FORBIDDEN', message, details)
  }
  const message = `"${unknown}" is not a category of ${variable.code}; it takes ${codes.join(', ')}.`
  return requestError('INVALID_INPUT', message, details)
}

function newGroup({ variable, categories }: CategoryFilter): RequestError {
  const message = `A filter takes one category or one net of ${variable}, not ${categories.length}: together they would make a group that was not checked. Put ${variable} on a side of the table and read the groups you need.`
  return requestError('BREAKDOWN_NOT_RELEASED', message, { argument: 'filter', variable })
}
