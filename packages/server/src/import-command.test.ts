import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { lockFolder } from './database/folder-lock.ts'
import { goodAnswers, header, smallCodebook, surveyFolder } from './import/testing/small-survey.ts'
import { runImport } from './run-import.ts'
import { runHere } from './testing/run-here.ts'

const command = fileURLToPath(new URL('import-command.ts', import.meta.url))
const { DATABASE_URL: _, ...environment } = process.env
let dataFolder: string

beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'peo-data-'))
  onTestFinished(() => rm(dataFolder, { recursive: true, force: true }))
})

const run = (...args: string[]) => runHere(runImport, dataFolder, args)

/** Runs the command as a user does. */
function runAlone(...args: string[]): Promise<{ code: number | string; stdout: string; stderr: string }> {
  const env = { ...environment, DATA_DIR: dataFolder }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', command, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })
}

test('--help says how to use it', async () => {
  const { code, stdout } = await runAlone('--help')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^Usage: npm run import -- CODEBOOK\.json/)
  for (const word of ['--publish', '--dry-run', '--help', 'DATABASE_URL', 'DATA_DIR', 'Exit code']) {
    expect(stdout).toContain(word)
  }
})

test('wrong use is said, with exit code 2', async () => {
  const none = await run()
  expect(none).toMatchObject({ code: 2, stdout: expect.stringMatching(/^Usage: /) })
  const two = await run('one.json', 'two.json')
  expect(two).toMatchObject({ code: 2, stdout: expect.stringMatching(/^Usage: /) })
  const unknown = await run('one.json', '--force')
  expect(unknown).toMatchObject({ code: 2, stdout: expect.stringContaining("Unknown option '--force'") })
})

test('a bad file gives one line per problem, and exit code 1', async () => {
  const codebook = await surveyFolder(smallCodebook(), {
    'answers.csv': `${header}\n1,"two\nlines",1,7,1,0,,1\n2,a,1,11,1,0,,1\n3,a`,
  })
  const { code, stdout, stderr } = await runAlone(codebook, '--publish')
  const answers = path.join(path.dirname(codebook), 'answers.csv')
  expect({ code, stderr, lines: stdout.split('\n') }).toEqual({
    code: 1,
    stderr: '',
    lines: [
      `${answers}: row 2: sector: UNKNOWN_CATEGORY: "two lines" is not a category of sector; it takes a, b`,
      `${answers}: row 3: joy: OUT_OF_RANGE: 11 is out of range; joy runs from 1 to 10`,
      `${answers}: row 4: WRONG_NUMBER_OF_FIELDS: this row has 2 fields, the header 8`,
      '3 problems; nothing was imported.',
      '',
    ],
  })
})

test('a codebook that is not JSON is one problem on one line', async () => {
  const codebook = await surveyFolder('{\n  waves\n}', {})
  const { code, stdout } = await run(codebook)
  const [problem, total, ...rest] = stdout.split('\n')
  expect(code).toBe(1)
  expect(problem).toMatch(`${codebook}: INVALID_CODEBOOK: not JSON: SyntaxError: `)
  expect([total, ...rest]).toEqual(['1 problem; nothing was imported.', ''])
})

test('a good survey is checked, imported and published, and a second time left alone', async () => {
  const codebook = await surveyFolder(smallCodebook(), { 'answers.csv': goodAnswers })
  const result = (code: number, stdout: string) => ({ code, stdout, stderr: '' })
  expect(await run(codebook, '--dry-run')).toEqual(
    result(
      0,
      [
        'sector: nominal sector, 2 categories',
        'pressure: ordinal pressure, 2 categories',
        'joy: numeric joy',
        'causes__rules, causes__hours: multiple causes, 2 options',
        'remark: text remark',
        'weight: weight weight',
        'peo-1: 12 respondents (checked only)',
        '',
      ].join('\n'),
    ),
  )
  expect(await run(codebook, '--publish')).toEqual(result(0, 'peo-1: 12 respondents\n'))
  expect(await run(codebook, '--publish')).toEqual(
    result(0, 'peo-1: imported already, nothing was changed\n'),
  )
})

test('an SPSS file becomes a codebook, and is imported with it and into its wave once', async () => {
  const sav = fileURLToPath(new URL('import/spss/testing/survey.sav', import.meta.url))
  const draft = await run(sav, '--draft', 'own-2024')
  expect(draft).toMatchObject({ code: 0, stderr: '' })
  const drafted = JSON.parse(draft.stdout)
  expect(drafted.waves).toMatchObject([{ code: 'own-2024', responses: 'survey.sav' }])
  drafted.waves[0].fieldwork = { from: '2020-01-01', to: '2020-02-29' }
  const codebook = await surveyFolder(drafted, { 'survey.sav': await readFile(sav) })
  expect(await run(codebook)).toMatchObject({ code: 0, stdout: 'own-2024: 4 respondents\n' })
  expect(await run(sav, '--wave', 'own-2024', '--format', 'sav')).toMatchObject({
    code: 0,
    stdout: 'own-2024: imported already, nothing was changed\n',
  })
  expect(await run(sav, '--wave', 'own-2024', '--take-back')).toMatchObject({
    code: 0,
    stdout: 'own-2024: 4 respondents taken back\n',
  })
  expect(await run(sav, '--wave', 'own-2024', '--take-back')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('NOT_IMPORTED'),
  })
  const wrong = await run(sav, '--wave', 'own-2024', '--format', 'csv')
  expect(wrong.code).toBe(1)
  expect(wrong.stdout).toContain('WRONG_ENCODING')
  expect((await run(sav)).stdout).toContain('name its wave with --wave')
  expect((await run(sav, '--wave', 'x', '--format', 'xls')).stdout).toContain('it takes csv, sav, limesurvey')
})

test('a database that another process has open is left alone', async () => {
  const codebook = await surveyFolder(smallCodebook(), { 'answers.csv': goodAnswers })
  await lockFolder(dataFolder)
  const { code, stdout } = await runAlone(codebook)
  expect(code).toBe(2)
  expect(stdout).toMatch(`${dataFolder} is in use by process ${process.pid}. Stop that one first`)
})
