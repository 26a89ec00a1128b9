import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { codebookFormat, codebookJsonSchema } from './codebook-format.ts'

const root = new URL('../../../../', import.meta.url)
const readJson = async (file: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(new URL(file, root), 'utf8'))

const label = { nl: 'Ruimte', en: 'Space' }
const variable = { code: 'space', measurement: 'text', label }
const wave = {
  code: 'peo-1',
  title: label,
  theme: 'space',
  fieldwork: { from: '2021-10-01', to: '2021-11-30' },
  publication: { year: 2022, authors: ['A. Uthor'] },
  responses: null,
  variables: ['space'],
}

// ajv knows no formats by itself; the schema gives each date a pattern as well.
const validate = new Ajv2020({ formats: { date: true } }).compile(codebookJsonSchema())

test('docs/codebook.schema.json is the schema of this format', async () => {
  expect(await readJson('docs/codebook.schema.json')).toEqual(codebookJsonSchema())
})

test('the example codebook is valid by the format and by the published schema', async () => {
  const example = await readJson('prisma/examples/codebook.json')
  expect(codebookFormat.safeParse(example).error).toBeUndefined()
  expect(validate(example), JSON.stringify(validate.errors)).toBe(true)
})

const codebook = (changes: object = {}) => ({ waves: [wave], variables: [variable], ...changes })
const withWave = (changes: object) => codebook({ waves: [{ ...wave, ...changes }] })
const withVariable = (changes: object) => codebook({ variables: [{ ...variable, ...changes }] })
const category = { code: '1', label }

test.each([
  ['as little as possible', codebook()],
  ['no waves', codebook({ waves: [] })],
  ['a schema and a note', codebook({ $schema: './codebook.schema.json', note: 'made up' })],
  ['a wave that is not planned', withWave({ fieldwork: null, publication: null })],
  ['breakdowns and a minimum group size', withWave({ breakdowns: [['space']], minimumGroupSize: 5 })],
  ['strata and clusters', withWave({ design: { strata: 'space', clusters: 'team' } })],
  ['a population', withWave({ design: { population: 1 } })],
  ['a population by stratum', withWave({ design: { strata: 'space', population: { 1: 15, 2: 12 } } })],
  ['250 categories', withVariable({ categories: Array(250).fill(category) })],
  ['a net', withVariable({ categories: [category], nets: [{ ...category, categories: ['1'] }] })],
  ['routing', withVariable({ askedIf: { variable: 'space', in: ['1'] } })],
])('takes %s, and so does the schema', (_, value) => {
  expect(codebookFormat.safeParse(value).error).toBeUndefined()
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true)
})

test.each([
  ['no waves at all', { variables: [] }],
  ['an unknown property', codebook({ questions: [] })],
  ['a capital in a code', withVariable({ code: 'Space' })],
  ['a hyphen in the code of a variable', withVariable({ code: 'my-space' })],
  ['an underscore in the code of a wave', withWave({ code: 'peo_1' })],
  ['an unknown measurement', withVariable({ measurement: 'open' })],
  ['a label in one language', withVariable({ label: { nl: 'Ruimte' } })],
  ['an empty label', withVariable({ label: { nl: '', en: 'Space' } })],
  ['another role than background', withVariable({ role: 'foreground' })],
  ['an empty list of categories', withVariable({ categories: [] })],
  ['251 categories', withVariable({ categories: Array(251).fill(category) })],
  ['a net of nothing', withVariable({ nets: [{ ...category, categories: [] }] })],
  ['routing on nothing', withVariable({ askedIf: { variable: 'space', in: [] } })],
  ['a group size below five', withWave({ minimumGroupSize: 4 })],
  ['a group size that is not whole', withWave({ minimumGroupSize: 5.5 })],
  ['an empty breakdown', withWave({ breakdowns: [[]] })],
  ['a design that says nothing', withWave({ design: {} })],
  ['two variables of strata', withWave({ design: { strata: ['space', 'team'] } })],
  ['a population of nobody', withWave({ design: { population: 0 } })],
  ['a population above what GraphQL can tell', withWave({ design: { population: 2 ** 31 } })],
  ['a population that is not whole', withWave({ design: { strata: 'space', population: { 1: 15.5 } } })],
  ['a population in words', withWave({ design: { population: 'large' } })],
  ['a day that does not exist', withWave({ fieldwork: { from: '2021-02-29', to: '2021-03-01' } })],
  ['a date with a time', withWave({ fieldwork: { from: '2021-02-01T00:00:00Z', to: '2021-03-01' } })],
  ['a report without authors', withWave({ publication: { year: 2022 } })],
])('refuses %s, and so does the schema', (_, value) => {
  expect(codebookFormat.safeParse(value).success).toBe(false)
  expect(validate(value)).toBe(false)
})
