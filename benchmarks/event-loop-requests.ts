import { ordinals } from './event-loop-wave.ts'

/** A table that someone may ask for: by GraphQL, or by the address of a route. */
export type TableRequest =
  | { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }
  | { readonly path: string }

const shared = '$waves: [String!]!, $weighted: Boolean, $confidenceLevel: Float'
const passed = 'waves: $waves, weighted: $weighted, confidenceLevel: $confidenceLevel'

const crosstab = `query (${shared}, $rows: String!, $columns: [String!], $filter: [CategoryFilter!]) {
  crosstab(${passed}, rows: $rows, columns: $columns, filter: $filter) {
    base cells { categories status count columnPercent base interval { low high } higherThan }
    statistics { cramersV }
  }
}`

const means = `query (${shared}, $of: String!, $by: [String!]) {
  means(${passed}, of: $of, by: $by) { groups { categories status base mean standardError median } }
}`

/**
 * Different tables of a wave without end: counts and weighted counts by one and two variables, filters, several
 * answers and means. Confidence levels make more tables than the variables would.
 */
export function* differentTables(wave: string): Generator<TableRequest, never> {
  for (let round = 0; ; round++) {
    const options = {
      waves: [wave],
      weighted: round % 2 === 1,
      confidenceLevel: 0.9 + (round % 1000) / 10_000,
    }
    const parameters = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, `${value}`]))
    const ask = (query: string, variables: object) => ({ query, variables: { ...options, ...variables } })
    for (const [index, question] of ordinals.entries()) {
      const other = ordinals[(index + 1 + (round % 7)) % ordinals.length]
      const region = [{ variable: 'region', categories: ['2'] }]
      yield ask(crosstab, { rows: question, columns: [other] })
      yield { path: `/tables/crosstab.csv?${parameters}&rows=${question}&columns=sector,region` }
      yield ask(crosstab, { rows: question, columns: ['sector'], filter: region })
      yield ask(crosstab, { rows: 'causes', columns: [question] })
      yield ask(means, { of: 'grade', by: [question] })
      yield { path: `/tables/means.json?${parameters}&of=grade&by=sector,region` }
    }
  }
}
