import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import type { RespondentFile } from '../respondents/respondent-file.ts'
import { batches, file, id, whole } from '../testing/small-respondents.ts'
import { respondentsSav } from './respondents-sav.ts'

// It can be required only.
type SavReader = typeof import('sav-reader', { with: { 'resolution-mode': 'require' }})
const { SavBufferReader } = createRequire(import.meta.url)('sav-reader') as SavReader

async function read(described: RespondentFile, rowsAtOnce?: number) {
  const reader = new SavBufferReader(Buffer.from(await whole(respondentsSav(described, batches(rowsAtOnce)))))
  await reader.open()
  const { header, sysvars } = reader.meta
  const labels = (name: string) => reader.meta.getValueLabels(name)?.map(({ val, label }) => [val, label])
  return { header, variables: sysvars, labels, rows: await reader.readAllRows(true) }
}

test('labels, values that are no answers, the weight and the rows are read back', async () => {
  const { header, variables, labels, rows } = await read(file('nl'))
  expect(header).toMatchObject({ n_cases: 7, encoding: 'UTF-8', fileLabel: 'Eerste meting' })
  expect(header.weight.name).toBe('weight')
  const absent = [-97, -98, -99]
  expect(variables.map(({ name, label, missing }) => [name, label, missing])).toEqual([
    ['respondent', 'rij, willekeurig', null],
    ['area', 'Gebied', absent],
    ['joy', 'Plezier', absent],
    ['town', 'Gemeente', absent],
    ['causes__p', 'regels', absent],
    ['causes__q', 'uren', absent],
    ['grade', 'Cijfer', absent],
    ['weight', 'Weging', absent],
  ])
  const why = [
    [-97, 'onderdrukt'],
    [-98, 'niet gevraagd'],
    [-99, 'geen antwoord'],
  ]
  expect(labels('area')).toEqual([[1, 'één, "binnen"'], [2, 'twee'], ...why])
  expect(labels('joy')).toEqual([[1, 'veel'], [2, 'wat'], [3, 'geen'], ...why])
  expect(labels('causes__q')).toEqual([[0, 'nee'], [1, 'ja'], ...why])
  expect(labels('grade')).toEqual(why)
  const row = (number: number, joy: number, town: number, causes: readonly number[]) => ({
    respondent: id(number),
    ...{ area: 1, joy, town, causes__p: causes[0], causes__q: causes[1], grade: 7.5, weight: 1.25 },
  })
  expect(rows).toEqual([
    row(0, 1, 2, [1, 0]),
    row(1, 1, 2, [1, 0]),
    ...[2, 3, 4].map((number) => row(number, -97, 2, [1, 0])),
    row(5, -97, -99, [-99, -99]),
    row(6, -97, -98, [-98, -98]),
  ])
})

test('labels are in the language asked, and rows the same however many are read at a time', async () => {
  const { variables, labels, rows } = await read(file('en'), 1)
  expect(variables[1]?.label).toBe('Area')
  expect(labels('joy')?.at(-3)).toEqual([-97, 'withheld'])
  expect(rows).toEqual((await read(file('nl'), 7)).rows)
})

test('a file without weights is not weighted', async () => {
  const described = file('nl')
  const { header, variables } = await read({ ...described, variables: described.variables.slice(0, -1) })
  expect([header.weight, variables.at(-1)?.name]).toEqual([undefined, 'grade'])
})

test('labels are cut where SPSS takes no more, never within a character', async () => {
  const described = file('nl')
  const [area, ...others] = described.variables
  const long = { ...area!, label: `${'x'.repeat(254)}é`, categories: [{ code: 'a', label: 'é'.repeat(100) }] }
  const { variables, labels } = await read({ ...described, variables: [long, ...others] })
  expect(variables[1]?.label).toBe('x'.repeat(254))
  expect(labels('area')?.[0]).toEqual([1, 'é'.repeat(60)])
})

test('codes that SPSS takes for no name get one; an answer as low as -97 moves what stands for none', async () => {
  const described = file('nl')
  const [area, joy, town, causes, grade, weight] = described.variables
  const long = 'a'.repeat(70)
  const variables = [
    { ...area!, variable: 'by' },
    { ...joy!, variable: '2_joy' },
    { ...town!, variable: long },
    { ...causes!, variable: long.slice(1) },
    { ...grade!, numbers: [-97, 7.5] },
    weight!,
  ]
  const found = await read({ ...described, variables })
  expect(found.variables.map(({ name }) => name)).toEqual([
    'respondent',
    'v_by',
    'v_2_joy',
    'a'.repeat(64),
    `${'a'.repeat(62)}_2`,
    `${'a'.repeat(62)}_3`,
    'grade',
    'weight',
  ])
  expect(found.variables[6]?.missing).toEqual([-997, -998, -999])
})
