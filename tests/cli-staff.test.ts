import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStaffAccount } from '../packages/server/src/access/staff-accounts.ts'
import type { Database } from '../packages/server/src/database/database.ts'
import { saveSurvey } from '../packages/server/src/import/save-survey.ts'
import { goodAnswers, smallCodebook } from '../packages/server/src/import/testing/small-survey.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { peoCommand } from './peo-command.ts'
import { startService } from './started-service.ts'

let database: Database
let url: string
let folder: string
let peo: ReturnType<typeof peoCommand>
beforeAll(async () => {
  database = await testDatabase('empty')
  const codebook = smallCodebook({ responses: null })
  await database.prisma.$transaction((transaction) =>
    saveSurvey(transaction, { codebook, answers: new Map() }),
  )
  url = await startService(database)
  folder = await mkdtemp(path.join(tmpdir(), 'peo-staff-'))
  peo = peoCommand(folder, url)
})
afterAll(() => rm(folder, { recursive: true }))

const login = () => path.join(folder, 'peo', 'login.json')

async function newLink(): Promise<string> {
  const made = await createStaffAccount(database.prisma, url, 'Anna, command line')
  return made.kind === 'account' ? made.link! : ''
}

test('staff sign in with a link, import, and sign out at the service too', async () => {
  const input = `${await newLink()}\n`
  const done = await peo(['login'], { input })
  expect([done.code, done.stdout]).toEqual([
    0,
    `Logged in at ${url} as Anna, command line, staff. Kept in ${login()}.\n`,
  ])
  expect((await stat(login())).mode & 0o777).toBe(0o600)
  const kept = await readFile(login())
  await writeFile(path.join(folder, 'answers.csv'), goodAnswers)
  const imports = ['import', 'answers.csv', '--wave', 'peo-1', '--dry-run']
  const checked = await peo(imports)
  expect(checked.stdout).toContain('answers.csv: 12 respondents can be imported.')
  expect(await peo(['logout'])).toEqual({ code: 0, stdout: `Logged out of ${url}.\n`, stderr: '' })
  expect((await peo(['logout'])).stdout).toBe('Nobody was logged in.\n')
  await writeFile(login(), kept)
  expect((await peo(imports)).code).toBe(4)
  expect((await peo(['login'], { input })).stderr).toContain('takes this link no longer')
})

test('a login is forgotten also where its service is away', async () => {
  await writeFile(login(), JSON.stringify({ url: 'http://127.0.0.1:9', session: 'peo-session=a' }))
  const { code, stderr } = await peo(['logout'])
  expect([code, stderr]).toEqual([
    5,
    'peo: The login is forgotten here, but http://127.0.0.1:9 could not be told; there it ends within 14 days.\n',
  ])
  await expect(stat(login())).rejects.toThrow('ENOENT')
})
