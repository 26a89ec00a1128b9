import type { Column } from '@peo/tabulation'
import { expect, test, vi } from 'vitest'
import type { Release } from '../release/published-releases.ts'
import type { ReleasedVariable } from '../release/release-codebook.ts'
import { answerCrosstab, answerMeans } from './answer-table.ts'

const label = { nl: 'x', en: 'x' }

function background(code: string, count: number): ReleasedVariable {
  const categories = Array.from({ length: count }, (_, index) => ({ code: `${index}`, label }))
  return { code, measurement: 'nominal', label, role: 'background', categories }
}

const question: ReleasedVariable = {
  code: 'q',
  measurement: 'ordinal',
  label,
  categories: [
    { code: '1', label },
    { code: '2', label },
  ],
}
const grade: ReleasedVariable = { code: 'grade', measurement: 'numeric', label }
const sides = ['a', 'b', 'c', 'd']

/** A wave of twenty respondents with four background variables of so many categories, released all together. */
function releaseOf(count: number, wave = 'w') {
  const codes = new Uint8Array(20)
  const data = vi.fn<Release['data']>(async (variables) => ({
    wave,
    size: 20,
    variables: new Map(),
    columns: new Map(variables.map((code): [string, Column] => [code, { kind: 'single', codes }])),
  }))
  const release: Release = {
    digest: `${wave} of ${count}`,
    codebook: {
      wave: { code: wave, title: label },
      variables: [...sides.map((code) => background(code, count)), question, grade],
    },
    plan: {
      wave,
      minimumGroupSize: 5,
      background: sides,
      questions: ['q', 'grade'],
      breakdowns: [sides, ['a']],
      withheld: { 'q|a': {} },
      withheldWeighted: { 'q|a': {} },
    },
    size: 20,
    data,
  }
  return { release, data }
}

const input = { waves: ['w'], filter: [], weighted: false, confidenceLevel: 0.95 }

const tooCostly = (cost: number) => ({
  kind: 'error',
  code: 'TOO_COSTLY',
  details: { cost, limit: 1_048_576 },
})

test('a table of too many places is refused before any answer is read', async () => {
  const { release, data } = releaseOf(32)
  const places = 33 ** 4
  expect(await answerMeans([release], { ...input, of: 'grade', by: sides })).toMatchObject(tooCostly(places))
  const filter = [{ variable: 'd', categories: ['1'] }]
  const columns = ['a', 'b', 'c']
  const question = { ...input, rows: 'q', filter }
  expect(await answerCrosstab([release], { ...question, columns })).toMatchObject(tooCostly(3 * places))
  expect(data).not.toHaveBeenCalled()
})

test('a shape that is not released is refused as such, however costly', async () => {
  const { release } = releaseOf(200)
  const columns = ['a', 'b', 'c']
  expect(await answerCrosstab([release], { ...input, rows: 'q', columns })).toMatchObject({
    kind: 'error',
    code: 'BREAKDOWN_NOT_RELEASED',
  })
})

test('the cost is that of the wave in which the table is largest', async () => {
  const published = [releaseOf(3, 'v').release, releaseOf(32).release]
  const table = { ...input, waves: ['v', 'w'], of: 'grade', by: sides }
  expect(await answerMeans(published, table)).toMatchObject(tooCostly(33 ** 4))
})

test('a table asks for the columns it needs, with the weights where it is weighted', async () => {
  const { release, data } = releaseOf(2)
  const filter = [{ variable: 'a', categories: ['1'] }]
  const answer = await answerCrosstab([release], { ...input, rows: 'q', columns: [], filter })
  expect(answer).toMatchObject({ kind: 'answer', releases: [release] })
  await answerCrosstab([release], { ...input, rows: 'q', columns: ['a'], weighted: true })
  expect(data.mock.calls).toEqual([
    [['q', 'a'], false],
    [['q', 'a'], true],
  ])
})
