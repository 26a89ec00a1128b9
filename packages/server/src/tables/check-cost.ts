import type { VariableCodes } from '@peo/tabulation'
import { type RequestError, requestError } from './request-error.ts'
import type { TableInput } from './table-input.ts'

const mostSides = 4

/** Most combinations of categories and nets, totals included, that one table counts: a few tens of megabytes. */
const mostPlaces = 2 ** 20

/** Values in the lists of a request at most; no codebook has a variable of so many categories that anyone reads. */
const mostListed = { waves: 100, filter: 20, categories: 1000 }

/** Refuses a request whose lists are longer than any table can use, or name a category twice. */
export function checkLists({ waves, filter }: TableInput): RequestError | undefined {
  const lists = [
    ['waves', waves],
    ['filter', filter],
  ] as const
  for (const [argument, list] of lists) {
    if (list.length > mostListed[argument]) return tooLong(argument, list.length, mostListed[argument])
  }
  for (const { variable, categories } of filter) {
    const { length } = categories
    if (length > mostListed.categories) return tooLong('categories', length, mostListed.categories)
    const repeats = length - new Set(categories).size
    if (repeats === 0) continue
    const twice = categories.find((code, index) => categories.indexOf(code) < index)
    const message = `The filter on ${variable} names ${twice} more than once (${repeats} too many in all); name each category once.`
    return requestError('INVALID_INPUT', message, { argument: 'filter', repeats })
  }
  return undefined
}

function tooLong(argument: string, size: number, limit: number): RequestError {
  const message = `The list ${argument} has ${size} values, and ${limit} is the most; leave some out.`
  return requestError('INVALID_INPUT', message, { argument, size, limit })
}

/** Refuses a table of more dimensions than anyone can read. */
export function checkSides(codes: readonly string[]): RequestError | undefined {
  if (codes.length <= mostSides) return undefined
  const message = `A table takes up to ${mostSides} variables on its sides, not ${codes.length} (${shown(codes)}). Leave some out, or ask for several tables.`
  return requestError('INVALID_INPUT', message, { variables: codes.slice(0, mostShown), limit: mostSides })
}

/** Codes that an error repeats: anybody may send a lot of them. */
const mostShown = 10

const shown = (codes: readonly string[]) =>
  codes.length <= mostShown
    ? codes.join(', ')
    : `${codes.slice(0, mostShown).join(', ')} and ${codes.length - mostShown} more`

/** Refuses a table of these variables, filters included, that would take too much memory to count. */
export function checkCost(variables: readonly VariableCodes[]): RequestError | undefined {
  const sizes = variables.map(({ categories, nets }) => categories.length + nets.length + 1)
  const cost = sizes.reduce((product, size) => product * size, 1)
  if (cost <= mostPlaces) return undefined
  const factors = variables.map(({ code }, index) => `${code} ${sizes[index]}`)
  const message = `This table has ${cost} places (categories, nets and a total: ${factors.join(' × ')}); at most ${mostPlaces} are counted. Leave out a variable.`
  return requestError('TOO_COSTLY', message, { cost, limit: mostPlaces })
}
