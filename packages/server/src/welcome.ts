/**
 * What a newcomer can do next, for the terminal: each part can be pasted as it stands.
 *
 * @param signInLink for the first account of staff, where it was made now
 */
export function welcome(origin: string, signInLink?: string): string {
  return `The PEO results service answers on ${origin}

Look around in GraphiQL:
  ${origin}/graphql

${
  signInLink === undefined
    ? ''
    : `Sign in as the first of staff, once, within a day:
  ${signInLink}

`
}Get a table:
  curl '${origin}/tables/crosstab.csv?waves=peo-2022&rows=ruimte_relatie&columns=sector&language=EN'

Use the SDK (paste all of it into a terminal in this folder):

node --input-type=module <<'SDK'
import { PeoClient } from '@peo/sdk'
const peo = new PeoClient({ url: '${origin}' })
const { cells } = await peo.crosstab({ waves: ['peo-2022'], rows: 'ruimte_relatie', columns: ['sector'] })
const table = {}; for (const { categories: [row, column], columnPercent } of cells) (table[row] ??= {})[column] = columnPercent?.toFixed() ?? 'withheld'
console.table(table)
SDK
`
}
