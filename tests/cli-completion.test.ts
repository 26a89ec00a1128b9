import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { peoCommand } from './peo-command.ts'
import { startService } from './started-service.ts'
import { hasTerminal, type } from './terminal.ts'

let url: string
let folder: string
beforeAll(async () => {
  url = await startService(await testDatabase('examples'))
  folder = await mkdtemp(path.join(tmpdir(), 'peo-completion-'))
  // Completion waits for a service, but not for one that only starts.
  await peoCommand(folder, url)(['types'])
})
afterAll(() => rm(folder, { recursive: true }))

const commands = fileURLToPath(new URL('../node_modules/.bin', import.meta.url))

const shells = [
  { name: 'bash', login: 'zsh', file: '.bashrc', before: "PS1='ready> '" },
  {
    name: 'zsh',
    login: 'bash',
    file: '.zshrc',
    before: "PS1='ready> '\nautoload -U compinit && compinit -u",
  },
]

const isThere = (command: string) => spawnSync(command, ['--version']).status === 0

test.each([
  [
    ['crosstab', 'ruimte_relatie', '--filter', 'ruimte_r'],
    ['ruimte_relatie=', 'ruimte_reflectie='],
  ],
  [
    ['crosstab', 'ruimte_relatie', '--filter', 'sec'],
    ['sector=1', 'sector=2', 'sector=3', 'sector=4'],
  ],
  [
    ['means', 'werkplezier', '--filter', 'uren=1,'],
    ['uren=1,1', 'uren=1,2', 'uren=1,3'],
  ],
  [['crosstab', 'ruimte_relatie', '--filter', 'nothing=1,'], []],
  [['crosstab', 'ruimte_relatie', '--by', 'sector,'], expect.arrayContaining(['sector,ervaring'])],
  [
    ['crosstab', 'sector', '--wave', 'peo-2021,'],
    ['peo-2021,peo-2021', 'peo-2021,peo-2022'],
  ],
  [['means', ''], ['werkplezier']],
  [
    ['download', ''],
    ['peo-2021', 'peo-2022'],
  ],
  [
    ['download', '--labels', ''],
    ['peo-2021', 'peo-2022'],
  ],
  [
    ['download', '--format', ''],
    ['csv', 'sav', 'parquet', 'sss.zip', 'ddi.xml'],
  ],
  [
    ['download', 'peo-2022', '--format', 's'],
    ['sav', 'sss.zip'],
  ],
  [
    ['download', 'peo-2022', '--language', ''],
    ['nl', 'en'],
  ],
  [['download', 'peo-2022', '--out', ''], []],
  [['download', '--out', ''], []],
  [['import', 'a.sss', '--data', ''], []],
])('%j is completed as %j', async (words, offered) => {
  const peo = peoCommand(folder, url)
  const { stdout, stderr } = await peo(['--get-yargs-completions', 'peo', ...words])
  expect([stdout.split('\n').filter(Boolean), stderr]).toEqual([offered, ''])
})

test('a line is completed without a message where the service cannot be asked', async () => {
  const words = ['--get-yargs-completions', 'peo', 'crosstab', '']
  expect(await peoCommand(folder, 'nonsense')(words)).toEqual({ code: 0, stdout: '', stderr: '' })
})

test('labels stand beside codes for zsh alone, whatever the shell of the login is', async () => {
  const peo = peoCommand(folder, url)
  const offered = async (word: string, env: object) =>
    (await peo(['--get-yargs-completions', 'peo', ...word.split(' ')], { env })).stdout
  const zsh = { SHELL: '/bin/bash', COMP_LINE: 'peo ' }
  expect(await offered('wav', zsh)).toContain('waves:')
  expect(await offered('download ', zsh)).toMatch(/^peo-2021:.*\npeo-2022:.*\n$/)
  const bash = { SHELL: '/bin/zsh' }
  expect(await offered('wav', bash)).not.toContain(':')
  expect(await offered('download ', bash)).toBe('peo-2021\npeo-2022\n')
})

for (const { name, login, file, before } of shells) {
  test.skipIf(!hasTerminal || !isThere(name))(
    `${name} completes commands, and codes of the service`,
    async () => {
      const env = {
        PATH: `${commands}:${process.env.PATH}`,
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        SHELL: `/bin/${login}`,
        TERM: 'xterm',
        PEO_URL: url,
      }
      await writeFile(path.join(folder, file), `${before}\n`)
      const readme = await readFile(new URL('../packages/cli/README.md', import.meta.url), 'utf8')
      const install = readme.split('\n').find((one) => one.endsWith(` >> ~/${file}`))!
      spawnSync('sh', ['-c', install], { env })
      const table = path.join(folder, `${name}.csv`)
      const line = `peo cro\truimte_rel\t --by sec\t --filter sec\t2 --wave peo-2022 --format csv > ${table}; exit\r`
      const { shown } = await type(`${name} -i`, [['ready> ', line]], env)
      const written = await readFile(table, 'utf8')
      expect(written, shown).toContain(',gespecialiseerde jeugdhulp,')
      expect(written, shown).not.toContain(',lokaal team,')
      expect(shown).not.toContain('peo:')
    },
  )
}
