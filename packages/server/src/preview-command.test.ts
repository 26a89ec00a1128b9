import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { openDatabase } from './database/open-database.ts'
import { importSurvey } from './import/import-survey.ts'
import { runPreview } from './run-preview.ts'
import { previewSurvey } from './testing/preview-survey.ts'
import { runHere } from './testing/run-here.ts'

const command = fileURLToPath(new URL('preview-command.ts', import.meta.url))

const run = (folder: string, ...args: string[]) => runHere(runPreview, folder, args)

test('--help says how to use it, and wrong use is said', async () => {
  // Once as a user runs it.
  const alone = await promisify(execFile)(process.execPath, ['--import', 'tsx', command, '--help'])
  const help = await run('unused', '--help')
  expect(help).toEqual({ ...alone, code: 0 })
  expect(help.stdout).toMatch(/^Usage: npm run preview -- WAVE/)
  expect(await run('unused')).toEqual({ ...help, code: 2 })
  expect(await run('unused', 'plan', '--language', 'fr')).toMatchObject({
    code: 2,
    stdout: '--language is "fr"; give nl or en.\n',
  })
})

test('shows what publishing would do, as text and as JSON, or says why it cannot', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const database = await openDatabase(readConfiguration({ DATA_DIR: folder }))
  await importSurvey(database, await previewSurvey(), { publish: false, dryRun: false })
  await database.close()

  expect(await run(folder, 'plan')).toEqual({
    code: 0,
    stderr: '',
    stdout: `\
plan: 11 of 17 numbers would be shown (64%), 4 groups withheld; no figure rests on fewer than 5 respondents

Numbers shown
  question alone  ████████████████████  100%  2 of 2
  by plaats       ████████████░░░░░░░░   60%  9 of 15

Withheld: fewer than 5 respondents (2)
  plaats: c  its size, ruimte

Withheld: to protect one of those (2)
  plaats: d  its size, ruimte

Other choices
  merge plaats into kant:  100% shown,  0 numbers,  4 fewer groups withheld
`,
  })
  const { code, stdout } = await run(folder, 'plan', '--language', 'en', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(stdout).withheldGroups[0]).toEqual({
    question: null,
    sides: [{ variable: { code: 'plaats', label: 'Place' }, category: { code: 'c', label: 'c-en' } }],
    reason: 'BELOW_MINIMUM',
  })
  expect(await run(folder, 'draft')).toEqual({
    code: 1,
    stderr: '',
    stdout: 'Wave draft is DRAFT; ask for its preview when it is closed, before it is published.\n',
  })
})
