import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'), { viewer: { role: 'STAFF' } })
})

const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each([
  `{ node(id: "${base64('Wave:a\0b')}") { id } }`,
  `{ variables(after: "${base64('GPC:S:x\0')}") { nodes { code } } }`,
  `{ waves(after: "${base64('GPC:S:x\0')}") { nodes { code } } }`,
  `{ auditLog(after: "${base64('GPC:N:99999999999999999999')}") { nodes { id } } }`,
  `{ auditLog(after: "${base64('GPC:I:99999999999999999999')}") { nodes { id } } }`,
  '{ auditLog(filter: { account: "\\u0000" }) { nodes { id } } }',
  '{ auditLog(filter: { wave: "\\u0000" }) { nodes { id } } }',
])('%s is INVALID_INPUT', async (query) => {
  const { errors } = await ask(app, query)
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: expect.any(String) })
})

test('a day has a year of four digits', async () => {
  const { errors } = await ask(app, '{ auditLog(filter: { to: "+275760-09-13" }) { nodes { id } } }')
  expect(errors?.[0]?.extensions.code).not.toBe('INTERNAL_SERVER_ERROR')
})

test('the cursors that lists give are taken', async () => {
  for (const list of ['waves', 'variables', 'auditLog']) {
    const first = await ask<Record<string, { edges: { cursor: string }[] }>>(
      app,
      `{ ${list}(first: 1) { edges { cursor } } }`,
    )
    const cursor = first.data[list]?.edges[0]?.cursor ?? ''
    if (cursor === '') continue
    expect((await ask(app, `{ ${list}(after: "${cursor}") { edges { cursor } } }`)).errors).toBeUndefined()
  }
})
