import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { batches, file, id, whole } from '../testing/small-respondents.ts'
import { respondentsParquet } from './parquet.ts'

const shown = { 'area.status': 'VALUE', 'grade.status': 'VALUE', 'weight.status': 'VALUE' }
const alike = { area: 'a', grade: 7.5, weight: 1.25, ...shown }
const joy = { joy: '1', 'joy.status': 'VALUE' }
const withheld = { joy: null, 'joy.status': 'WITHHELD' }
const named = { town: 'leidschendam_voorburg', causes__p: true, causes__q: false }
const without = { town: null, causes__p: null, causes__q: null }
const because = (status: string) => ({ 'town.status': status, 'causes.status': status })

const expected = [
  ...[0, 1].map((row) => ({ respondent: id(row), ...alike, ...joy, ...named, ...because('VALUE') })),
  ...[2, 3, 4].map((row) => ({ respondent: id(row), ...alike, ...withheld, ...named, ...because('VALUE') })),
  { respondent: id(5), ...alike, ...withheld, ...without, ...because('NO_ANSWER') },
  { respondent: id(6), ...alike, ...withheld, ...without, ...because('NOT_ASKED') },
]

test('hyparquet reads every row, and what codes mean', async () => {
  const { buffer } = await whole(respondentsParquet(file('nl'), batches(3)))
  expect(await parquetReadObjects({ file: buffer })).toEqual(expected)
  const { row_groups, key_value_metadata } = parquetMetadata(buffer)
  expect(row_groups.map(({ num_rows }) => num_rows)).toEqual([3n, 3n, 1n])
  const [described] = key_value_metadata ?? []
  expect([described?.key, JSON.parse(described?.value ?? '')]).toEqual(['peo', file('nl')])
})

test('DuckDB reads the same, with types', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-parquet-'))
  const name = path.join(folder, 'nl.parquet')
  await writeFile(name, await whole(respondentsParquet(file('nl'), batches(3))))
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  const read = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS()
  expect(await read(`SELECT * FROM '${name}'`)).toEqual(expected)
  const types = await read(`DESCRIBE SELECT joy, "joy.status", causes__p, grade FROM '${name}'`)
  expect(types.map(({ column_type }) => column_type)).toEqual(['VARCHAR', 'VARCHAR', 'BOOLEAN', 'DOUBLE'])
  const asked = `SELECT avg(causes__p::int) AS share FROM '${name}' WHERE "causes.status" <> 'NOT_ASKED'`
  expect(await read(asked)).toEqual([{ share: 1 }])
  connection.closeSync()
})

test('only the rows of a batch are kept', async () => {
  const chunks = respondentsParquet(file('nl'), batches(1))
  const lengths: number[] = []
  for await (const { length } of chunks) lengths.push(length)
  expect(lengths).toHaveLength(8)
  expect(Math.max(...lengths.slice(1, -1)) - Math.min(...lengths.slice(1, -1))).toBeLessThan(60)
})
