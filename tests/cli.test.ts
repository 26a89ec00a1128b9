import { lstat, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { createApp } from '../packages/server/src/app.ts'
import type { Database } from '../packages/server/src/database/database.ts'
import { saveSurvey } from '../packages/server/src/import/save-survey.ts'
import { goodAnswers, smallCodebook } from '../packages/server/src/import/testing/small-survey.ts'
import { listen } from '../packages/server/src/plugins/testing/listen.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { peoCommand } from './peo-command.ts'
import { startService } from './started-service.ts'

let database: Database
let url: string
let folder: string
let peo: ReturnType<typeof peoCommand>
beforeAll(async () => {
  database = await testDatabase('examples')
  url = await startService(database)
  folder = await mkdtemp(path.join(tmpdir(), 'peo-cli-'))
  peo = peoCommand(folder, url)
})
afterAll(() => rm(folder, { recursive: true }))

test('a cross-tab is printed in columns, with bases, letters and what the signs mean', async () => {
  const { code, stdout, stderr } = await peo([
    'crosstab',
    'ruimte_relatie',
    '--by',
    'sector',
    '--wave',
    'peo-2022',
    '--language',
    'en',
  ])
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatchInlineSnapshot(`
    "                                            certified
    Space to invest in the relationship with  institution     specialised
    clients                                      (GI) (a)  youth care (b)  local team (c)  other (d)
    ────────────────────────────────────────  ───────────  ──────────────  ──────────────  ─────────
    more than sufficient                            8.2               8.5          24.4         11.1
    sufficient                                     30.6              44.7          42.2         55.6
    insufficient                                   49.0              38.3          28.9         33.3
    far from sufficient                            12.2               8.5           4.4          0.0
    (more than) sufficient                         38.8              53.2          66.7 a       66.7
    insufficient or less                           61.2 c            46.8          33.3         33.3
    base (n)                                         49                47            45            9

    peo-2022 · column percentages
    a, b …  higher than that column (Holm, 95%)
    "
  `)
})

test('means are printed with a line per group; what is withheld says so', async () => {
  const { stdout } = await peo(['means', 'werkplezier', '--by', 'sector', '--wave', 'peo-2022'])
  expect(stdout).toMatchInlineSnapshot(`
    "Rapportcijfer werkplezier        gemiddelde     interval  standaardafw.  mediaan  basis (n)
    ───────────────────────────────  ──────────  ───────────  ─────────────  ───────  ─────────
    gecertificeerde instelling (GI)        7,16  6,76 – 7,57           1,40      7,0         49
    gespecialiseerde jeugdhulp             6,94  6,47 – 7,40           1,59      7,0         47
    lokaal team                            7,71  7,29 – 8,13           1,39      8,0         45
    anders                                 8,22  7,22 – 9,22           1,30        –          9

    peo-2022 · intervallen van 95%
    "
  `)
})

test('the latest wave is asked where none is named, and several make a trend', async () => {
  expect((await peo(['crosstab', 'ruimte_relatie'])).stdout).toContain('\npeo-2022 · kolompercentages\n')
  const trend = await peo(['crosstab', 'ruimte_relatie', '--wave', 'peo-2021,peo-2022', '--format', 'csv'])
  expect(trend.stdout).toBe(
    await (await fetch(`${url}/tables/crosstab.csv?waves=peo-2021,peo-2022&rows=ruimte_relatie`)).text(),
  )
})

test('a table is given in every format', async () => {
  const asked = ['crosstab', 'ruimte_relatie', '--by', 'sector', '--filter', 'sector=1,2', '--weighted']
  const printed = async (format: string) => (await peo([...asked, '--format', format])).stdout
  expect(JSON.parse(await printed('json'))).toContainEqual(
    expect.objectContaining({ codes: { ruimte_relatie: '1', sector: '2' } }),
  )
  expect(JSON.parse(await printed('jsonstat'))).toMatchObject({
    class: 'dataset',
    id: ['ruimte_relatie', 'sector', 'measure'],
  })
  expect(await printed('md')).toMatch(/^\| .* \|\n\| --- \| ---: \|/)
})

test('waves and variables are listed', async () => {
  expect((await peo(['waves', '--format', 'csv'])).stdout).toMatch(
    /^code,title,status,from,to,respondents\r\npeo-2021,/,
  )
  expect((await peo(['variables', 'RUIMTE_RELATIE'])).stdout).toMatch(/ruimte_relatie +.*ordinal/)
  expect((await peo(['variables', 'nothing like it'])).stdout).toBe('None.\n')
})

test.each<[readonly string[], number, string]>([
  [[], 2, 'Name a command.'],
  [['crostab', 'x'], 2, 'Did you mean crosstab?'],
  [['crosstab', 'x', '--colour'], 2, 'Unknown argument: colour'],
  [['crosstab', 'ruimte_relatie', '--filter', 'sector'], 2, '--filter sector is no filter'],
  [['crosstab', 'ruimte_realtie'], 3, 'ruimte_relatie'],
  [['crosstab', 'ruimte_relatie', '--wave', 'peo-1900'], 3, 'peo-1900'],
  [['download', 'peo-2022'], 4, 'have not signed in'],
  [['waves', '--url', 'http://127.0.0.1:9'], 5, 'http://127.0.0.1:9'],
  [['waves', '--url', 'nonsense'], 2, 'nonsense is no address'],
  [['waves', '--url', 'ftp://localhost'], 2, 'ftp://localhost is no address'],
  [['crosstab', 'ruimte_relatie', '--confidence', 'abc'], 2, '--confidence takes a number'],
  [
    ['crosstab', 'ruimte_relatie', '--format', 'csv', '--format', 'md'],
    2,
    '--format is given more than once',
  ],
  [['types', '--out', '/nonexistent/survey.ts'], 2, '/nonexistent/survey.ts cannot be written'],
])('peo %j ends with %i and says why on standard error', async (args, code, why) => {
  const ended = await peo(args)
  expect([ended.code, ended.stdout]).toEqual([code, ''])
  expect(ended.stderr).toContain(why)
  expect(ended.stderr).toMatch(/^peo: /)
})

test('a researcher downloads the anonymised answers, whole or not at all', async () => {
  const { id, secret } = await newClient(database, { role: 'RESEARCHER' })
  const env = { PEO_CLIENT_ID: id, PEO_CLIENT_SECRET: secret }
  const { code, stderr } = await peo(['download', 'peo-2022'], { env })
  const text = await readFile(path.join(folder, 'peo-2022.csv'), 'utf8')
  expect([code, stderr]).toEqual([0, `peo-2022.csv: ${text.length} bytes\n`])
  expect(text).toMatch(/^respondent,/)
  expect((await peo(['download', 'peo-2022', '--stdout'], { env })).stdout).toBe(text)
  expect((await peo(['download', 'peo-1900', '--out', 'x.csv'], { env })).code).toBe(3)
  await expect(stat(path.join(folder, 'x.csv'))).rejects.toThrow('ENOENT')
})

test('staff import a file of answers, or are told what is wrong with it', async () => {
  const collecting = await testDatabase('empty')
  const codebook = smallCodebook({ responses: null })
  await collecting.prisma.$transaction((transaction) =>
    saveSurvey(transaction, { codebook, answers: new Map() }),
  )
  const wave = { code: 'peo-1', csv: goodAnswers, rows: 12 }
  const { origin, close } = await listen(
    createApp(collecting, { viewer: { role: 'STAFF' }, account: 'staff' }),
  )
  const env = { PEO_URL: origin }
  await writeFile(path.join(folder, 'wrong.csv'), wave.csv.replace(/,[^,\n]*\n$/, ',nonsense\n'))
  const wrong = await peo(['import', 'wrong.csv', '--wave', wave.code], { env })
  expect(wrong.stdout).toMatch(/^row \d+, \w+, .*nonsense/)
  expect([wrong.code, wrong.stderr]).toEqual([6, 'peo: wrong.csv was not imported; nothing was changed.\n'])
  await writeFile(path.join(folder, 'right.csv'), wave.csv)
  const tried = await peo(['import', 'right.csv', '--wave', wave.code, '--dry-run'], { env })
  expect(tried.stdout).toContain(`right.csv: ${wave.rows} respondents can be imported.`)
  const done = await peo(['import', 'right.csv', '--wave', wave.code], { env })
  expect([done.code, done.stdout]).toEqual([0, `right.csv: ${wave.rows} respondents imported.\n`])
  const again = await peo(['import', 'right.csv', '--wave', wave.code], { env })
  expect(again.stdout).toContain('was imported before; nothing was changed.')
  expect((await peo(['import', 'none.csv', '--wave', wave.code], { env })).code).toBe(2)
  const nowhere = await peo(['import', 'right.csv', '--wave', 'peo-9'], { env })
  expect([nowhere.code, nowhere.stdout]).toEqual([3, expect.stringContaining('there is no wave peo-9')])
  expect((await peo(['import', 'right.csv', '--wave', wave.code])).code).toBe(4)
  await close()
})

test.each([
  [502, '/waves', 5],
  [429, '/waves', 5],
  [403, '/waves', 4],
  [404, '/waves', 5],
  [503, '/oauth', 5],
  [401, '/oauth', 4],
  [200, '/waves', 5],
])('where %i answers for %s in place of the service, a download ends with %i', async (status, from, code) => {
  const { origin, close } = await listen(({ url = '' }, response) => {
    if (!url.startsWith(from)) return void response.end('{"access_token":"a"}')
    response.writeHead(status, { 'content-length': 100 }).write('<html>')
    // Of a good answer, half.
    setTimeout(() => (status === 200 ? response.destroy() : response.end('.'.repeat(94))), 50)
  })
  const env = { PEO_URL: origin, PEO_CLIENT_ID: 'x', PEO_CLIENT_SECRET: 'y' }
  const ended = await peo(['download', 'peo-2022', '--out', 'cut.csv'], { env })
  close()
  expect(ended.code).toBe(code)
  expect(ended.stderr).toMatch(/^peo: .+\n( {5}.*\n)?$/)
  await expect(stat(path.join(folder, 'cut.csv'))).rejects.toThrow('ENOENT')
})

test.each([
  [['crosstab', 'ruimte_relatie', '--weighted=yes'], '--weighted is there or not'],
  [['crosstab', 'ruimte_relatie', '--wave', ''], '--wave takes a value'],
  [['crosstab', 'ruimte_relatie', '--by', '--wave', 'peo-2022'], '--by takes a value'],
  [['crosstab', 'ruimte_relatie', '--url='], '--url takes a value'],
  [['crosstab', 'ruimte_relatie', '--confidence', '2'], '--confidence is from 0.5 to 0.9999'],
  [['crosstab', 'ruimte_relatie', '--wave', ','], '--wave , names nothing'],
  [['crosstab', 'ruimte_relatie', '--by=,,'], '--by ,, names nothing'],
  [['download', 'peo-2022', '--format', 'sav', '--labels'], '--labels is for csv; sav says'],
  [['download', 'peo-2022', '--stdout', '--out', 'x.csv'], '--out names x.csv; leave one out'],
  [['crosstab'], 'Something is missing behind "peo crosstab"'],
])('peo %j is refused before anything is asked', async (args, why) => {
  const { code, stdout, stderr } = await peo(args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(why)
})

test('options may stand before what they are of', async () => {
  const after = await peo(['crosstab', 'ruimte_relatie', '--by', 'sector'])
  expect(after.code).toBe(0)
  expect(await peo(['crosstab', '--by', 'sector', 'ruimte_relatie'])).toEqual(after)
})

test('what is no file is written to and stays what it is; what is no answer is not written', async () => {
  const { id, secret } = await newClient(database, { role: 'RESEARCHER' })
  const env = { PEO_CLIENT_ID: id, PEO_CLIENT_SECRET: secret }
  await writeFile(path.join(folder, 'real.csv'), 'old')
  await symlink('real.csv', path.join(folder, 'link.csv'))
  expect((await peo(['download', 'peo-2022', '--out', 'link.csv'], { env })).code).toBe(0)
  expect((await lstat(path.join(folder, 'link.csv'))).isSymbolicLink()).toBe(true)
  expect(await readFile(path.join(folder, 'real.csv'), 'utf8')).toMatch(/^respondent,/)
  const { origin, close } = await listen((_, response) => response.end('<html>'))
  const elsewhere = { PEO_URL: origin, PEO_TOKEN: 'a' }
  const refused = await peo(['download', 'peo-2022', '--out', 'page.csv'], { env: elsewhere })
  close()
  expect(refused).toMatchObject({ code: 5, stderr: expect.stringContaining('gave no file of answers') })
  await expect(stat(path.join(folder, 'page.csv'))).rejects.toThrow('ENOENT')
})

test.each([
  '<html>',
  '',
  '{"data":',
  '{"hello":1}',
  '[]',
  'null',
])('an import that is answered with %j may be done again', async (body) => {
  await writeFile(path.join(folder, 'answers.csv'), goodAnswers)
  const { origin, close } = await listen((_, response) => response.end(body))
  const env = { PEO_URL: origin, PEO_TOKEN: 'a' }
  const ended = await peo(['import', 'answers.csv', '--wave', 'peo-1'], { env })
  const waves = await peo(['waves'], { env })
  close()
  expect([ended.code, waves.code]).toEqual([5, 5])
  expect(ended.stderr).toContain('did not say whether answers.csv was imported. Import it again')
})

test('a secret in the address is not repeated', async () => {
  const { code, stderr } = await peo(['waves', '--url', 'ftp://me:hunter2@localhost'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('peo login')])
  expect(stderr).not.toContain('hunter2')
})

test('notes tell the level as it was given, and the filter', async () => {
  const asked = ['crosstab', 'ruimte_relatie', '--wave', 'peo-2022', '--language', 'en']
  expect((await peo([...asked, '--by', 'sector', '--confidence', '0.57'])).stdout).toContain('(Holm, 57%)')
  const filtered = await peo([...asked, '--filter', 'sector=1'])
  expect(filtered.stdout).toContain('\npeo-2022 · column percentages · sector=1\n')
  const means = await peo(['means', 'werkplezier', '--confidence', '0.999'])
  expect(means.stdout).toContain(' · intervallen van 99,9%\n')
})

test('the version is that of the package', async () => {
  expect((await peo(['--version'])).stdout).toBe('0.1.0\n')
})

test('types of the survey refuse a wrong code', async () => {
  expect((await peo(['types', '--out', 'survey.ts'])).code).toBe(0)
  const text = await readFile(path.join(folder, 'survey.ts'), 'utf8')
  expect(text).toContain('ruimte_relatie')
  expect((await peo(['types'])).stdout).toBe(text)
})
