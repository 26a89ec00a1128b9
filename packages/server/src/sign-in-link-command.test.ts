import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { cookieBrowser } from './access/testing/cookie-browser.ts'
import { createApp } from './app.ts'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/open-database.ts'

const command = fileURLToPath(new URL('sign-in-link-command.ts', import.meta.url))
const { DATABASE_URL: _, PORT: __, PUBLIC_URL: ___, ...environment } = process.env

/** Runs the command as a user does. */
function run(folder: string, ...args: string[]) {
  const env = { ...environment, DATA_DIR: folder }
  return new Promise<{ code: number | string; stdout: string }>((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', command, ...args], { env }, (error, stdout) =>
      resolve({ code: error?.code ?? 0, stdout }),
    )
  })
}

test('--help says how to use it, and wrong use is said', async () => {
  const help = await run('unused', '--help')
  expect(help).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Usage: npm run sign-in-link -- NAME/),
  })
  expect(await run('unused')).toEqual({ ...help, code: 2 })
})

test('makes a link that signs in the account of a name, made the first time, in place of the last', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const printed = [await run(folder, 'Anna'), await run(folder, 'Anna')]
  const database = await openDatabase(readConfiguration({ DATA_DIR: folder }))
  onTestFinished(() => database.close())
  expect(await database.prisma.staffAccount.findMany()).toMatchObject([{ name: 'Anna' }])
  const logged = await database.prisma.auditEntry.findMany({ orderBy: { id: 'asc' } })
  expect(logged.map(({ account, subject, asked }) => ({ account, subject, asked }))).toMatchObject([
    { account: 'command line', subject: 'createStaffAccount', asked: { name: 'Anna' } },
    { account: 'command line', subject: 'createSignInLink', asked: { name: 'Anna' } },
  ])
  for (const [index, { code, stdout }] of printed.entries()) {
    const [, t = ''] = /^http:\/\/localhost:4000\/sign-in-link\?t=([\w-]{43})\n$/.exec(stdout) ?? []
    const back = await cookieBrowser(createApp(database)).visit('/sign-in-link', { t })
    expect([code, back.headers.get('location')]).toEqual([0, index === 0 ? null : '/graphql'])
  }
})
