import { DOUBLE, DuckDBDataChunk, DuckDBInstance, UTINYINT } from '@duckdb/node-api'
import {
  type CrosstabRequest,
  cubeIndex,
  describeGroups,
  type MeansRequest,
  type RawCrosstab,
  type RawMeans,
  tabulate,
  tabulateMeans,
} from '@peo/tabulation'
import pg from 'pg'
import { asWave, type SurveyColumns } from './survey-columns.ts'

/** The figures of one group of a table; undefined where it is empty. */
export type Figures = (a: number, b: number) => readonly number[] | undefined

/** One who answers: asked once, it gives the table, from which figures are read afterwards. */
export interface Contender {
  readonly name: string
  readonly ask: () => Promise<Figures>
  readonly close: () => Promise<void>
}

/** What is asked: counts; counts and sums of weights; or the mean of hours within c = 1. */
export type Kind = 'counts' | 'weights' | 'mean'

// Missing answers are codes like others here; their groups come out too and are not looked at.
const sql: Record<Kind, string> = {
  counts: 'SELECT a, b, count(*) FROM answers GROUP BY a, b',
  weights: 'SELECT a, b, count(*), sum(w), sum(w * w) FROM answers GROUP BY a, b',
  mean: 'SELECT a, b, avg(hours) FROM answers WHERE c = 1 GROUP BY a, b',
}

const figuresOf = (rows: readonly (readonly unknown[])[]): Figures => {
  const groups = new Map(rows.map(([a, b, ...figures]) => [`${a},${b}`, figures.map(Number)]))
  return (a, b) => groups.get(`${a},${b}`)
}

/** This project's engine, on the calling thread; the request is made beforehand, as the others' statements are. */
export function engine(survey: SurveyColumns, kind: Kind): Contender {
  const data = asWave(survey)
  const options = { shown: [], weighted: kind === 'weights', confidenceLevel: 0.95 }
  const table: CrosstabRequest = { ...options, filter: [], rows: 'a', columns: ['b'] }
  const means: MeansRequest = {
    ...options,
    filter: [{ variable: 'c', code: '1' }],
    of: 'hours',
    by: ['a', 'b'],
  }
  const ask =
    kind === 'mean' ? () => meansOf(tabulateMeans(data, means)) : () => sumsOf(tabulate(data, table))
  return { name: 'engine', ask: async () => ask(), close: async () => {} }
}

function sumsOf({ shape, moments, request }: RawCrosstab): Figures {
  return (a, b) => {
    const place = cubeIndex(shape, [a, b])
    const { respondents, weights, squaredWeights } = moments
    const figures = [respondents[place]!, weights[place]!, squaredWeights[place]!]
    return figures[0] === 0 ? undefined : figures.slice(0, request.weighted ? 3 : 1)
  }
}

function meansOf(table: RawMeans): Figures {
  const groups = describeGroups(table)
  return (a, b) => {
    const group = groups[cubeIndex(table.shape, [a, b])]
    return group && [group.mean]
  }
}

/** DuckDB in memory with all cores, the codes as bytes, hours as bytes or null. */
export async function duckdb(survey: SurveyColumns, kind: Kind): Promise<Contender> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run('CREATE TABLE answers (a UTINYINT, b UTINYINT, c UTINYINT, hours UTINYINT, w DOUBLE)')
  const appender = await connection.createAppender('answers')
  const types = [UTINYINT, UTINYINT, UTINYINT, UTINYINT, DOUBLE]
  const rows = 2048
  for (let from = 0; from < survey.size; from += rows) {
    const part = slice(survey, from, rows)
    const chunk = DuckDBDataChunk.create(types, part[0]!.length)
    for (const [index, column] of part.entries()) chunk.setColumnValues(index, column)
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
  const query = await connection.prepare(sql[kind])
  return {
    name: 'DuckDB',
    ask: async () => {
      const rows = (await query.runAndReadAll()).getRows()
      return figuresOf(rows)
    },
    close: async () => connection.closeSync(),
  }
}

/** PostgreSQL's `GROUP BY`, in a table of its own that is dropped afterwards. */
export async function postgresql(survey: SurveyColumns, kind: Kind, url: string): Promise<Contender> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  await client.query(
    'CREATE TEMPORARY TABLE answers (a smallint, b smallint, c smallint, hours smallint, w double precision)',
  )
  const rows = 100_000
  for (let from = 0; from < survey.size; from += rows) {
    const insert =
      'INSERT INTO answers SELECT * FROM unnest($1::smallint[], $2::smallint[], $3::smallint[], $4::smallint[], $5::float8[])'
    await client.query(insert, slice(survey, from, rows))
  }
  await client.query('ANALYZE answers')
  return {
    name: 'PostgreSQL',
    ask: async () => figuresOf((await client.query({ text: sql[kind], rowMode: 'array' })).rows),
    close: () => client.end(),
  }
}

function slice({ a, b, c, hours, weights }: SurveyColumns, from: number, rows: number): (number | null)[][] {
  const part = (column: Uint8Array | Float64Array) => Array.from(column.subarray(from, from + rows))
  const answered = part(hours).map((hour) => (hour < 250 ? hour : null))
  return [part(a), part(b), part(c), answered, part(weights)]
}
