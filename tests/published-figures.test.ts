import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PeoClient } from '@peo/sdk'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../packages/server/src/app.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'

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
const figures: PublishedFigure[] = parse(await readFile(file), { columns: true })

let peo: PeoClient

beforeAll(async () => {
  const server = createServer(createApp(await testDatabase('examples')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  const { port } = server.address() as AddressInfo
  peo = new PeoClient({ url: `http://127.0.0.1:${port}/graphql` })
})

async function ask({ wave, measure, variable, category, by, group }: PublishedFigure) {
  const waves = [wave]
  if (measure === 'count') return (await peo.crosstab({ waves, rows: 'sector' })).base
  const groups = by === '' ? [] : [by]
  if (measure === 'mean') {
    const table = await peo.means({ waves, of: variable, by: groups })
    return table.groups.find(({ categories }) => by === '' || categories[0] === group)?.mean
  }
  const table = await peo.crosstab({ waves, rows: variable, columns: groups })
  const cell = table.cells.find(
    ({ categories: [row, column] }) => row === category && (by === '' || column === group),
  )
  return cell?.columnPercent
}

test('every published figure comes out through the SDK', async () => {
  const lines: string[] = []
  const wrong: string[] = []
  for (const figure of figures) {
    const value = await ask(figure)
    const shown = value?.toFixed(Number(figure.decimals))
    const agrees = shown === Number(figure.expected).toFixed(Number(figure.decimals))
    lines.push(`${agrees ? 'ok   ' : 'WRONG'} ${figure.id}: published ${figure.expected}, computed ${value}`)
    if (!agrees) wrong.push(figure.id)
  }
  process.stdout.write(
    `${lines.join('\n')}\n${lines.length - wrong.length} of ${lines.length} published figures\n`,
  )
  expect(wrong).toEqual([])
  expect(figures).toHaveLength(34)
})
