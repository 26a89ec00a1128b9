import type { ExampleTable } from './example-table.ts'

/**
 * What a newcomer can do next, for the terminal: each part can be pasted as it stands.
 *
 * @param table one that everyone may ask for, where there is one
 * @param signInLink for the first account of staff, where it was made now
 */
export function welcome(origin: string, table?: ExampleTable, signInLink?: string): string {
  return `The PEO results service answers on ${origin}

Look around in GraphiQL:
  ${origin}/graphql

${
  signInLink === undefined
    ? ''
    : `Sign in as the first of staff, once, within a day:
  ${signInLink}

`
}${table === undefined ? '' : tablesOf(origin, table)}`
}

function tablesOf(origin: string, { wave, rows, column }: ExampleTable): string {
  return `Get a table:
  curl '${origin}/tables/crosstab.csv?waves=${wave}&rows=${rows}&columns=${column}&language=EN'

Use the SDK (paste all of it into a terminal in this folder):

node --input-type=module <<'SDK'
import { PeoClient } from '@peo/sdk'
const peo = new PeoClient({ url: '${origin}' })
const { cells } = await peo.crosstab({ waves: ['${wave}'], rows: '${rows}', columns: ['${column}'] })
const table = {}; for (const { categories: [row, column], columnPercent } of cells) (table[row] ??= {})[column] = columnPercent?.toFixed() ?? 'withheld'
console.table(table)
SDK
`
}
