import { type RequestError, requestError } from '../tables/request-error.ts'
import type { CategoryFilter, TableInput } from '../tables/table-input.ts'
import type { Language } from '../tables/table-labels.ts'

/** A table asked by the parameters of a URL. */
export interface TableQuery extends TableInput {
  readonly language: Language
  /** Digests of the releases that the reader wants the table from; none for the current ones. */
  readonly release: readonly string[]
  /** A parameter with one value, such as `rows`; empty where it is missing. */
  readonly one: (name: string) => string
  /** A parameter with several values, repeated or with commas between. */
  readonly list: (name: string) => string[]
}

const shared = ['waves', 'filter', 'weighted', 'confidenceLevel', 'language', 'release']

/** The parameters of each kind of table. */
const parameters = { crosstab: [...shared, 'rows', 'columns'], means: [...shared, 'of', 'by'] }

/** Reads the parameters of `/tables/...`, named as the arguments in GraphQL. */
export function readTableQuery(
  kind: keyof typeof parameters,
  params: URLSearchParams,
): TableQuery | RequestError {
  const list = (name: string) => params.getAll(name).flatMap((value) => value.split(',').filter(Boolean))
  const one = (name: string) => params.get(name) ?? ''
  const required = kind === 'crosstab' ? ['waves', 'rows'] : ['waves', 'of']
  const unknown = [...params.keys()].find((name) => !parameters[kind].includes(name))
  if (unknown !== undefined) {
    return invalid(
      unknown,
      `There is no parameter "${unknown}"; a table takes ${parameters[kind].join(', ')}.`,
    )
  }
  const missing = required.find((name) => one(name) === '')
  if (missing !== undefined) return invalid(missing, `The parameter "${missing}" is missing.`)
  const single = [...new Set(params.keys())].find(
    (name) =>
      !['waves', 'columns', 'by', 'filter', 'release'].includes(name) && params.getAll(name).length > 1,
  )
  if (single !== undefined) return invalid(single, `The parameter "${single}" stands in the address twice.`)
  const weighted = one('weighted') || 'false'
  if (weighted !== 'true' && weighted !== 'false') {
    return invalid('weighted', `"${weighted}" is neither true nor false.`)
  }
  const language = (one('language') || 'NL').toLowerCase()
  if (language !== 'nl' && language !== 'en')
    return invalid('language', `"${language}" is neither NL nor EN.`)
  const confidenceLevel = Number(one('confidenceLevel') || 0.95)
  if (Number.isNaN(confidenceLevel)) {
    return invalid('confidenceLevel', `"${one('confidenceLevel')}" is not a number such as 0.95.`)
  }
  const filter = readFilters(params.getAll('filter'))
  if ('kind' in filter) return filter
  return {
    waves: list('waves'),
    filter,
    weighted: weighted === 'true',
    confidenceLevel,
    language,
    release: list('release'),
    one,
    list,
  }
}

function readFilters(values: readonly string[]): CategoryFilter[] | RequestError {
  const filters: CategoryFilter[] = []
  for (const value of values) {
    const colon = value.indexOf(':')
    if (colon < 1)
      return invalid('filter', `"${value}" is no filter; write variable:category, such as sector:1.`)
    const categories = value.slice(colon + 1).split(',')
    filters.push({ variable: value.slice(0, colon), categories: categories.filter(Boolean) })
  }
  return filters
}

function invalid(argument: string, message: string): RequestError {
  return requestError('INVALID_INPUT', message, { argument })
}
