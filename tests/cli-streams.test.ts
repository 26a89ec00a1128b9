import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { createApp } from '../packages/server/src/app.ts'
import type { Database } from '../packages/server/src/database/database.ts'
import { listen } from '../packages/server/src/plugins/testing/listen.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { peoCommand } from './peo-command.ts'
import { startService } from './started-service.ts'

let database: Database
let folder: string
let peo: ReturnType<typeof peoCommand>
beforeAll(async () => {
  database = await testDatabase('examples')
  folder = await mkdtemp(path.join(tmpdir(), 'peo-streams-'))
  peo = peoCommand(folder, await startService(database))
})
afterAll(() => rm(folder, { recursive: true }))

test('what was printed to nobody is done all the same', async () => {
  const { id, secret } = await newClient(database, { role: 'RESEARCHER' })
  const env = { PEO_CLIENT_ID: id, PEO_CLIENT_SECRET: secret }
  const done = { code: 0, stderr: '' }
  expect(await peo(['variables'], { unread: 'stdout' })).toMatchObject(done)
  expect(await peo(['download', 'peo-2022', '--stdout'], { env, unread: 'stdout' })).toMatchObject(done)
})

test('a refused import ends with its own code where nobody reads what it prints', async () => {
  const { origin, close } = await listen(createApp(database, { viewer: { role: 'STAFF' }, account: 'staff' }))
  await writeFile(path.join(folder, 'wrong.csv'), 'no answers')
  const wrong = ['import', 'wrong.csv', '--wave', 'peo-9']
  const env = { PEO_URL: origin }
  const { code, stdout } = await peo(wrong, { env })
  expect([code, stdout]).toEqual([3, expect.stringContaining('peo-9')])
  for (const unread of ['stdout', 'stderr'] as const) {
    expect((await peo(wrong, { env, unread })).code).toBe(3)
  }
  await close()
})
