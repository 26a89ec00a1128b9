import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { startService } from './started-service.ts'

test.each([
  'README.md',
  'docs/access.md',
])('the lines of %s that get a token work when pasted', async (file) => {
  const database = await testDatabase('examples')
  const origin = await startService(database)
  const { id, secret } = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const text = await readFile(new URL(`../${file}`, import.meta.url), 'utf8')
  const [, block = ''] = /```sh\n(export PEO_CLIENT=[\s\S]*?)```/.exec(text) ?? []
  const lines = block
    .replaceAll('http://localhost:4000', origin)
    .replace('<client id>:<secret>', `${id}:${secret}`)
  const { stdout } = await promisify(execFile)('sh', ['-c', lines])
  const answer = '{"data":{"viewer":{"role":"PARTNER","organisation":"org_c","name":"HR tool"}}}'
  expect(stdout).toBe(answer)
  if (file === 'README.md') expect(text).toContain(answer)
})
