import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { peoCommand } from './peo-command.ts'
import { startedService } from './started-service.ts'

let folder: string
let peo: ReturnType<typeof peoCommand>
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'peo-line-'))
  peo = peoCommand(folder, await startedService())
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  [['crosstab', 'ruimte_relatie', '--', '--by', 'sector']],
  [['variables', '--', 'ruimte']],
])('peo %j drops nothing behind -- silently', async (args) => {
  const { code, stdout, stderr } = await peo(args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('"--" is not taken; leave it out')
})

test.each([
  'one\ntwo',
  'caf\u00e9\u2026',
])('the token %j, which cannot be sent, is named by its variable', async (token) => {
  const env = { PEO_TOKEN: token }
  for (const args of [
    ['waves'],
    ['download', 'peo-2022'],
    ['import', 'package.json', '--wave', 'peo-2022'],
  ]) {
    const { code, stdout, stderr } = await peo(args, { env })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('PEO_TOKEN')
    expect(stderr).not.toContain(token)
  }
})

test('the header of a CSV is there also where nothing was found', async () => {
  const none = ['variables', 'nothing like it', '--format']
  expect((await peo([...none, 'csv'])).stdout).toBe('code,label,measurement,categories\r\n')
  expect((await peo([...none, 'json'])).stdout).toBe('[]\n')
})

test('a file to import that is none is told from one that is not there', async () => {
  const of = ['--wave', 'peo-2022']
  expect(await peo(['import', '.', ...of])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('. is a folder'),
  })
  expect(await peo(['import', 'a.csv', ...of])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no file a.csv.'),
  })
})

test.each(['CSV', 'csv', 'Triple_S'])('a file is imported as %s', async (format) => {
  const args = ['import', 'a.csv', '--wave', 'peo-2022', '--format', format]
  expect((await peo(args)).stderr).toContain('There is no file a.csv.')
  expect((await peo([...args, '--format', 'sav'])).code).toBe(2)
})
