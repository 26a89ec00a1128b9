import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { startService } from './started-service.ts'

let folder: string
let text: string

const block = (language: string, start: string) => {
  const [, lines] = new RegExp(`\`\`\`${language}\n(${start}[^]*?)\`\`\``).exec(text) ?? []
  if (lines === undefined) throw new Error(`docs/files.md has no lines that begin with ${start}`)
  return lines
}

beforeAll(async () => {
  const database = await testDatabase('examples')
  const origin = await startService(database)
  const { id, secret } = await newClient(database, { name: 'R', role: 'RESEARCHER' })
  folder = await mkdtemp(path.join(tmpdir(), 'peo-files-'))
  text = await readFile(new URL('../docs/files.md', import.meta.url), 'utf8')
  const lines = [block('sh', 'curl'), block('sh', 'export PEO_CLIENT=')].join('')
  const pasted = lines
    .replaceAll('http://localhost:4000', origin)
    .replace('<client id>:<secret>', `${id}:${secret}`)
  await promisify(execFile)('sh', ['-c', pasted], { cwd: folder })
})

const read = (name: string) => readFile(path.join(folder, name))

test.each([
  ['crosstab.xlsx', 'PK\x03\x04'],
  ['means.xlsx', 'PK\x03\x04'],
  ['respondents.csv', 'respondent,'],
  ['respondents.sav', '$FL2@(#) SPSS DATA FILE'],
  ['respondents.parquet', 'PAR1'],
  ['respondents.sss.zip', 'PK\x03\x04'],
  ['respondents.ddi.xml', '<?xml version="1.0" encoding="UTF-8"?>\n<codeBook '],
  ['labels.csv', 'respondent,'],
])('the lines of docs/files.md that fetch %s work when pasted', async (name, start) => {
  expect((await read(name)).toString('latin1')).toMatch(
    new RegExp(`^${start.replaceAll(/[$()?.]/g, '\\$&')}`),
  )
})

test('the line for DuckDB counts as the CSV does', async () => {
  const rows = parse<Record<string, string>>(await read('respondents.csv'), { columns: true })
  const sums = new Map<string, number>()
  for (const { organisatie = '', ruimte_algemeen, gewicht } of rows)
    if (ruimte_algemeen !== 'withheld') sums.set(organisatie, (sums.get(organisatie) ?? 0) + Number(gewicht))
  const connection = await (await DuckDBInstance.create()).connect()
  const sql = block('sql', 'SELECT').replace("'respondents.parquet'", `'${folder}/respondents.parquet'`)
  const found = (await connection.runAndReadAll(sql)).getRowsJS()
  connection.closeSync()
  expect(found).toHaveLength(3)
  for (const [organisation, sum] of found) expect(sum).toBeCloseTo(sums.get(String(organisation))!, 9)
})

// Debian: apt install pspp.
test.skipIf(!existsSync('/usr/bin/pspp'))('the lines for SPSS count as the CSV does', async () => {
  const syntax = path.join(folder, 'read.sps')
  await writeFile(syntax, block('', 'GET FILE'))
  const { stdout } = await promisify(execFile)('pspp', ['-O', 'format=csv', syntax], { cwd: folder })
  const rows = parse<Record<string, string>>(await read('respondents.csv'), { columns: true })
  const withheld = rows.filter(({ ruimte_algemeen }) => ruimte_algemeen === 'withheld')
  const sum = withheld.reduce((total, { gewicht }) => total + Number(gewicht), 0)
  expect(stdout).toMatch(new RegExp(`^Missing,onderdrukt,${sum.toFixed(4)},`, 'm'))
})
