/** The body of a GraphQL request. */
export interface Question {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const query = `query Table(
  $waves: [String!]!, $rows: String!, $columns: [String!]!, $filter: [CategoryFilter!]!,
  $weighted: Boolean, $confidenceLevel: Float
) {
  crosstab(
    waves: $waves, rows: $rows, columns: $columns, filter: $filter,
    weighted: $weighted, confidenceLevel: $confidenceLevel
  ) { cells { categories status count columnPercent base } }
}`

const backgrounds = ['sector', 'ervaring']
const scales = ['relatie', 'algemeen', 'doen_wat_nodig', 'reflectie', 'afwegingen']
const waves = ['peo-2022', 'peo-2021']

/**
 * A table of 16 cells: four groups by the four answers of a scale, without its nets.
 *
 * @param number 0 gives the same table at each call; any other, one that no other number gives: it goes through
 *   waves, variables and weights, and has a confidence level of its own
 */
export function question(number: number): Question {
  let left = number
  const pick = <Value>(values: readonly Value[]): Value => {
    const value = values[left % values.length]!
    left = Math.floor(left / values.length)
    return value
  }
  const column = `ruimte_${pick(scales)}`
  return {
    query,
    variables: {
      waves: [pick(waves)],
      rows: pick(backgrounds),
      columns: [column],
      filter: [{ variable: column, categories: ['1', '2', '3', '4'] }],
      weighted: pick([false, true]),
      confidenceLevel: number === 0 ? 0.95 : 0.5 + number / 1e8,
    },
  }
}
