import { expect, test } from 'vitest'
import { CrosstabDocument, MeansDocument } from '../packages/sdk/src/generated/operations.ts'
import { createApp } from '../packages/server/src/app.ts'
import { ask } from '../packages/server/src/testing/ask.ts'
import { countStatements } from '../packages/server/src/testing/count-statements.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'

const database = await testDatabase('examples')

test.each([
  ['crosstab', CrosstabDocument, { rows: 'ruimte_relatie', columns: ['sector'] }],
  ['means', MeansDocument, { of: 'werkplezier', by: ['sector'] }],
])('what the SDK asks for %s follows from releases alone, so it may be kept', async (_, document, table) => {
  const app = createApp(database)
  const variables = { ...table, waves: ['peo-2021', 'peo-2022'], language: 'EN' }
  const { statements, result } = await countStatements(database, () => ask(app, String(document), variables))
  expect(result).not.toHaveProperty('errors')
  // The titles of waves as they are now are read for no table.
  expect(statements.filter((sql) => sql.includes('titleNl'))).toEqual([])
})
