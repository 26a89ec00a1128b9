import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PeoClient } from '@peo/sdk'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { importSurvey } from '../packages/server/src/import/import-survey.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { startedService, startService } from './started-service.ts'

interface PublishedFigure {
  readonly id: string
  readonly wave: string
  readonly measure: 'percent' | 'mean' | 'count'
  readonly variable: string
  readonly category: string
  readonly by: string
  readonly group: string
  readonly expected: string
  readonly decimals: string
}

const file = new URL('published-figures.csv', import.meta.url)
const examples = fileURLToPath(new URL('../prisma/examples', import.meta.url))
const figures: PublishedFigure[] = parse(await readFile(file), { columns: true })

async function ask(peo: PeoClient, { wave, measure, variable, category, by, group }: PublishedFigure) {
  const waves = [wave]
  if (measure === 'count') return (await peo.crosstab({ waves, rows: 'sector' })).base
  const groups = by === '' ? [] : [by]
  if (measure === 'mean') {
    const table = await peo.means({ waves, of: variable, by: groups })
    const found = table.groups.find(({ categories }) => by === '' || categories[0] === group)
    return found?.status === 'VALUE' ? found.mean : null
  }
  const table = await peo.crosstab({ waves, rows: variable, columns: groups })
  const cell = table.cells.find(
    ({ categories: [row, column] }) => row === category && (by === '' || column === group),
  )
  return cell?.status === 'VALUE' ? cell.columnPercent : null
}

/** A line per figure, and the figures that do not come out. */
async function compare(peo: PeoClient) {
  const lines: string[] = []
  const wrong: string[] = []
  for (const figure of figures) {
    const value = await ask(peo, figure)
    const shown = value?.toFixed(Number(figure.decimals))
    const agrees = shown === Number(figure.expected).toFixed(Number(figure.decimals))
    lines.push(`${agrees ? 'ok   ' : 'WRONG'} ${figure.id}: published ${figure.expected}, computed ${value}`)
    if (!agrees) wrong.push(figure.id)
  }
  return { lines, wrong }
}

test('every published figure comes out through the SDK', async () => {
  const { lines, wrong } = await compare(new PeoClient({ url: `${await startedService()}/graphql` }))
  process.stdout.write(
    `${lines.join('\n')}\n${lines.length - wrong.length} of ${lines.length} published figures\n`,
  )
  expect(wrong).toEqual([])
  expect(lines).toHaveLength(34)
})

test('one answer changed in the file makes published figures come out otherwise', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-changed-'))
  await cp(examples, folder, { recursive: true })
  const csv = path.join(folder, 'peo-2022.responses.csv')
  const [header = '', ...rows] = (await readFile(csv, 'utf8')).split('\n')
  const column = header.split(',').indexOf('uren')
  const row = rows.findIndex((line) => line.split(',')[column] === '3')
  rows[row] = rows[row]!.split(',')
    .map((field, index) => (index === column ? '1' : field))
    .join(',')
  await writeFile(csv, [header, ...rows].join('\n'))
  const database = await testDatabase('empty')
  await importSurvey(database, path.join(folder, 'codebook.json'), { publish: true, dryRun: false })
  await rm(folder, { recursive: true })
  const { wrong } = await compare(new PeoClient({ url: `${await startService(database)}/graphql` }))
  expect(wrong).toEqual(['hours_more', 'hours_fewer'])
})
