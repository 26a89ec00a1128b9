import { expect, test } from 'vitest'
import { batches, file, id, whole } from '../testing/small-respondents.ts'
import { respondentsCsv, respondentsLabelledCsv } from './csv.ts'

const lines = async (chunks: AsyncIterable<Uint8Array>) =>
  new TextDecoder().decode(await whole(chunks)).split('\r\n')
const header = 'respondent,area,joy,town,causes__p,causes__q,grade,weight'

test('codes, options, numbers and what is not there', async () => {
  expect(await lines(respondentsCsv(file('nl'), batches()))).toEqual([
    header,
    `${id(0)},a,1,leidschendam_voorburg,1,0,7.5,1.25`,
    `${id(1)},a,1,leidschendam_voorburg,1,0,7.5,1.25`,
    `${id(2)},a,withheld,leidschendam_voorburg,1,0,7.5,1.25`,
    `${id(3)},a,withheld,leidschendam_voorburg,1,0,7.5,1.25`,
    `${id(4)},a,withheld,leidschendam_voorburg,1,0,7.5,1.25`,
    `${id(5)},a,withheld,,,,7.5,1.25`,
    `${id(6)},a,withheld,,,,7.5,1.25`,
    '',
  ])
})

test('labels instead of codes, and a word for what is not there', async () => {
  expect(await lines(respondentsLabelledCsv(file('nl'), batches()))).toEqual([
    header,
    `${id(0)},"één, ""binnen""",veel,Leidschendam-Voorburg,ja,nee,7.5,1.25`,
    `${id(1)},"één, ""binnen""",veel,Leidschendam-Voorburg,ja,nee,7.5,1.25`,
    ...[2, 3, 4].map(
      (row) => `${id(row)},"één, ""binnen""",onderdrukt,Leidschendam-Voorburg,ja,nee,7.5,1.25`,
    ),
    `${id(5)},"één, ""binnen""",onderdrukt,geen antwoord,geen antwoord,geen antwoord,7.5,1.25`,
    `${id(6)},"één, ""binnen""",onderdrukt,niet gevraagd,niet gevraagd,niet gevraagd,7.5,1.25`,
    '',
  ])
  const [, first] = await lines(respondentsLabelledCsv(file('en'), batches()))
  expect(first).toBe(`${id(0)},"one, ""inside""",much,Leidschendam-Voorburg,yes,no,7.5,1.25`)
})

test.each([
  ['nl', 'Geen antwoord'],
  ['nl', 'onderdrukt'],
  ['en', 'not asked'],
] as const)('in %s a category that is called %s is told from what is not there by its code', async (language, label) => {
  const described = file(language)
  const variables = described.variables.map((variable) =>
    variable.variable === 'area' ? { ...variable, categories: [{ code: 'a', label }] } : variable,
  )
  const [, first] = await lines(respondentsLabelledCsv({ ...described, variables }, batches()))
  expect(first).toMatch(`${id(0)},${label} (a),`)
})

test('rows are asked for only when those before are taken', async () => {
  const chunks = respondentsCsv(file('nl'), batches(1))
  await chunks.next()
  const { value } = await chunks.next()
  expect(new TextDecoder().decode(value)).toBe(`${id(0)},a,1,leidschendam_voorburg,1,0,7.5,1.25\r\n`)
})
