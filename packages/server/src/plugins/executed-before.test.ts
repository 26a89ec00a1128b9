import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { createApp } from '../app.ts'
import { writtenEntries } from '../audit/testing/written-entries.ts'
import type { Database } from '../database/database.ts'
import { emptyAuditLog } from '../testing/empty-audit-log.ts'
import { testDatabase } from '../testing/test-database.ts'
import { listen } from './testing/listen.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('examples')
})

const crosstab = (name: string) =>
  `${name}: crosstab(waves: ["peo-2022"], rows: "werkdruk", columns: ["sector"]) { base }`

test('a query with an error is executed, paid for and noted once', async () => {
  await emptyAuditLog(database)
  const app = createApp(database, { auditLogDays: 30, pointsPerMinute: 200 })
  const { origin, close } = await listen(app)
  onTestFinished(close)
  const ask = async (query: string) => {
    const body = JSON.stringify({ query })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body })
    return { status: response.status, ...((await response.json()) as object) }
  }
  // From then on it is known what Yoga gives to who accepts the same.
  expect(await ask(`{ ${crosstab('first')} }`)).toEqual({ status: 200, data: { first: { base: 150 } } })
  expect(await ask(`{ ${crosstab('a')} clients { nodes { id } } }`)).toMatchObject({
    status: 200,
    data: null,
    errors: [{ path: ['clients'], extensions: { code: 'UNAUTHENTICATED' } }],
  })
  // Some 60 points each: twice would leave none.
  expect(await ask(`{ ${crosstab('b')} }`)).toMatchObject({ status: 200 })
  await app.close()
  const entries = await writtenEntries(database)
  expect(entries.map(({ action, subject, times }) => [action, subject, times])).toEqual([
    ['TABLE', 'crosstab', 3],
    ['REFUSAL', 'Query.clients', 1],
  ])
})
