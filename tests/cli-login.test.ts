import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import type { Database } from '../packages/server/src/database/database.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { peoCommand } from './peo-command.ts'
import { startService } from './started-service.ts'
import { hasTerminal, type } from './terminal.ts'

let database: Database
let url: string
let folder: string
let peo: ReturnType<typeof peoCommand>
beforeAll(async () => {
  database = await testDatabase('examples')
  url = await startService(database)
  folder = await mkdtemp(path.join(tmpdir(), 'peo-login-'))
  peo = peoCommand(folder, url)
})
afterAll(() => rm(folder, { recursive: true }))

test('a login is tried, kept for its owner alone, and used for its own service', async () => {
  const { id, secret } = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const wrong = await peo(['login', '--url', url], { input: `${id}\nwrong\n` })
  expect([wrong.code, wrong.stdout]).toEqual([4, ''])
  const input = `${id}\n${secret}\n`
  const unwritable = await peo(['login', '--url', url], { input, env: { XDG_CONFIG_HOME: '/dev/null' } })
  expect(unwritable).toMatchObject({ code: 2, stdout: '' })
  expect(unwritable.stderr).toContain('peo: /dev/null/peo/login.json cannot be written: ')
  const right = await peo(['login', '--url', url], { input })
  expect(right.stdout).toContain('as HR tool, partner of org_c.')
  const file = path.join(folder, 'peo', 'login.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const own = ['crosstab', 'ruimte_relatie', '--by', 'organisatie', '--format', 'csv']
  expect((await peo(own, { env: { PEO_URL: '' } })).stdout).toContain('org_c')
  const elsewhere = await startService(database)
  expect((await peo(own, { env: { PEO_URL: elsewhere } })).stdout).not.toContain('org_c')
  await rm(file)
})

test('a login at an address with signs of any language, or with blanks around it, is read again', async () => {
  const { id, secret } = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const home = await mkdtemp(path.join(folder, 'home-'))
  const env = { XDG_CONFIG_HOME: home, PEO_URL: ` ${url.replace('localhost', 'ｌocalhost')}/ \r` }
  expect((await peo(['login'], { input: `${id}\n${secret}\n`, env })).code).toBe(0)
  const own = ['crosstab', 'ruimte_relatie', '--by', 'organisatie', '--format', 'csv']
  expect((await peo(own, { env })).stdout).toContain('org_c')
  expect((await peo(['download', 'peo-2022', '--stdout'], { env })).code).toBe(4)
})

test.each([
  'null',
  '"x"',
  '[]',
  '{',
  '{"url":"http://localhost:1","clientId":"x"}',
  '{"url":"x","session":"y"}',
])('a login file with %s says that it is none, and is forgotten by a logout', async (text) => {
  const home = await mkdtemp(path.join(folder, 'home-'))
  await mkdir(path.join(home, 'peo'))
  await writeFile(path.join(home, 'peo', 'login.json'), text)
  const env = { XDG_CONFIG_HOME: home }
  const waves = await peo(['waves'], { env })
  expect([waves.code, waves.stderr]).toEqual([4, expect.stringContaining('cannot be read')])
  expect(waves.stderr).toMatch(/peo login.*peo logout/)
  expect(await peo(['logout'], { env })).toMatchObject({ code: 0, stderr: '' })
  expect((await peo(['waves'], { env })).code).toBe(0)
})

const idPrompt = 'Client id, or the sign-in link of staff: '
const secretPrompt = 'Client secret (not shown): '

test.skipIf(!hasTerminal).each([
  ['Ctrl+C', 'id', [[idPrompt, '\u0003']]],
  ['Ctrl+D', 'id', [[idPrompt, '\u0004']]],
  [
    'Ctrl+C',
    'secret',
    [
      [idPrompt, 'x\r'],
      [secretPrompt, 's\u0003'],
    ],
  ],
  [
    'Ctrl+D',
    'secret',
    [
      [idPrompt, 'x\r'],
      [secretPrompt, 's\u0004'],
    ],
  ],
] as const)('%s where the %s is asked stops a login', async (_key, _asked, keys) => {
  const command = fileURLToPath(new URL('../packages/cli/bin/peo.js', import.meta.url))
  const env = { PATH: process.env.PATH, XDG_CONFIG_HOME: folder, PEO_URL: url, TERM: 'dumb' }
  const { shown, code } = await type(`${process.execPath} ${command} login`, keys, env)
  expect(code, shown).toBe(2)
  expect(shown.replaceAll('\r', '')).toMatch(/\npeo: Stopped\.\n {5}peo --help tells how\.\n$/)
  expect(shown).not.toContain('Error')
})

test.skipIf(!hasTerminal)('the secret of a login is not shown', async () => {
  const command = fileURLToPath(new URL('../packages/cli/bin/peo.js', import.meta.url))
  const env = { PATH: process.env.PATH, XDG_CONFIG_HOME: folder, PEO_URL: url, TERM: 'dumb' }
  const keys = [
    [idPrompt, 'someone\r'],
    [secretPrompt, 'geheim\r'],
  ] as const
  const { shown, code } = await type(`${process.execPath} ${command} login`, keys, env)
  expect(code, shown).toBe(4)
  expect(shown).toContain('someone')
  expect(shown).not.toContain('geheim')
})
