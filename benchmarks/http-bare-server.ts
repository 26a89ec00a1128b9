import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSchema, createYoga } from 'graphql-yoga'

/** Counts of sector by ruimte_relatie in peo-2022, codes 1 to 4 of each. */
const counts = [
  [4, 15, 24, 6],
  [4, 21, 18, 4],
  [11, 19, 13, 2],
  [1, 5, 3, 0],
]

const bases = [0, 1, 2, 3].map((column) => counts.reduce((sum, row) => sum + row[column]!, 0))

const cells = counts.flatMap((row, index) =>
  row.map((count, column) => ({
    categories: [String(index + 1), String(column + 1)],
    status: 'VALUE',
    count,
    columnPercent: (100 * count) / bases[column]!,
    base: bases[column],
  })),
)

const typeDefs = /* GraphQL */ `
  type Query {
    crosstab(
      waves: [String!]!
      rows: String!
      columns: [String!] = []
      filter: [CategoryFilter!] = []
      weighted: Boolean = false
      confidenceLevel: Float = 0.95
    ): Crosstab!
  }
  input CategoryFilter {
    variable: String!
    categories: [String!]!
  }
  type Crosstab {
    cells: [Cell!]!
  }
  type Cell {
    categories: [String!]!
    status: CellStatus!
    count: Float
    columnPercent: Float
    base: Int
  }
  enum CellStatus {
    VALUE
    WITHHELD
    NOT_ASKED
  }
`

const schema = createSchema({ typeDefs, resolvers: { Query: { crosstab: () => ({ cells }) } } })
const server = createServer(createYoga({ schema }))
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
