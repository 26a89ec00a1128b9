import type { VariableCodes } from '@peo/tabulation'
import { type RequestError, requestError } from './request-error.ts'

const mostSides = 4

/** Most combinations of categories and nets, totals included, that one table counts: a few tens of megabytes. */
const mostPlaces = 2 ** 20

/** Refuses a table of more dimensions than anyone can read. */
export function checkSides(codes: readonly string[]): RequestError | undefined {
  if (codes.length <= mostSides) return undefined
  const message = `A table takes up to ${mostSides} variables on its sides, not ${codes.length} (${codes.join(', ')}). Leave some out, or ask for several tables.`
  return requestError('INVALID_INPUT', message, { variables: codes, limit: mostSides })
}

/** Refuses a table of these variables, filters included, that would take too much memory to count. */
export function checkCost(variables: readonly VariableCodes[]): RequestError | undefined {
  const sizes = variables.map(({ categories, nets }) => categories.length + nets.length + 1)
  const cost = sizes.reduce((product, size) => product * size, 1)
  if (cost <= mostPlaces) return undefined
  const factors = variables.map(({ code }, index) => `${code} ${sizes[index]}`)
  const message = `This table has ${cost} places (categories, nets and a total: ${factors.join(' × ')}); at most ${mostPlaces} are counted. Leave out a variable.`
  return requestError('TOO_COSTLY', message, { cost, limit: mostPlaces })
}
