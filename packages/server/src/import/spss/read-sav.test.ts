import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { AnswerLine, SourceTable } from '../source-table.ts'
import { readSav } from './read-sav.ts'

const fixture = (name: string) => readFile(new URL(`testing/${name}`, import.meta.url))

async function readable(name: string, known?: Parameters<typeof readSav>[1]): Promise<SourceTable> {
  const table = readSav(await fixture(name), known)
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  return table
}
const rowsOf = ({ lines }: SourceTable) => [...(lines as Iterable<AnswerLine>)].map(({ fields }) => fields)

/** As PSPP lists the rows that survey.sps saves; 9 and "onbekend" are user-missing, 99 is in a missing range. */
const rows = [
  ['1', 'noord', '1', '1', '0', '1', '1', '7.5', '1234567één é', '1.5', 'm1', '1', '0'],
  ['2', 'zuid_holland', '2', '0', '1', '0', '1', '8', '', '0.5', '2', '0', '0'],
  ['3', 'noord', '', '0', '0', '1', '0', '', 'tekst', '1', '2', '', ''],
  ['4', '', '3', '', '', '', '', '', '', '1', '', '0', '1'],
]

test.each([
  'survey.sav',
  'survey-plain.sav',
  'survey.zsav',
])('%s has the rows that PSPP saved', async (name) => {
  const [header, ...found] = rowsOf(await readable(name))
  expect(header?.slice(0, 8)).toEqual(
    'respondent organisatie pressure causes__caseload causes__rules tasks__1 tasks__2 grade'.split(' '),
  )
  expect(found).toEqual(rows)
})

test('a label in the characters of Windows is read as it is meant', async () => {
  const file = await fixture('latin1.sav')
  const label = Buffer.from('Idee\xebn', 'latin1')
  file.write('\x80\x91\x92\x96', file.indexOf(label), 'latin1')
  const table = readSav(file)
  expect('variables' in table && table.variables.at(-1)?.label.nl).toBe('€‘’–ën')
})

test('rows are counted as SPSS shows them', async () => {
  const { lines } = await readable('survey.sav')
  expect([...(lines as Iterable<AnswerLine>)].slice(1).map(({ row }) => row)).toEqual([1, 2, 3, 4])
})

test('labels, levels, missing values and sets become the codebook', async () => {
  const { variables, columns } = await readable('survey.sav')
  const label = (text: string) => ({ nl: text, en: text })
  const category = (code: string, text: string) => ({ code, label: label(text) })
  const short = variables.map(({ code, measurement, categories = [] }) =>
    [code, measurement, ...categories.map((one) => one.code)].join(' '),
  )
  expect(short).toEqual([
    'organisatie nominal noord zuid_holland',
    'pressure ordinal 1 2 3',
    'causes multiple caseload rules',
    'tasks multiple 1 2',
    'grade numeric',
    'remark text',
    'gewicht weight',
    'sector nominal 2 m1',
    'help multiple time peers',
  ])
  expect(variables[2]).toEqual({
    code: 'causes',
    measurement: 'multiple',
    label: label('Waardoor?'),
    categories: [category('caseload', 'Caseload'), category('rules', 'Regels én eisen')],
  })
  expect(columns).toContainEqual({
    column: 'pressure',
    understood: 'ordinal pressure, 3 categories; no answer: 9 (geen antwoord)',
  })
  expect(columns.find(({ column }) => column === 'born')?.understood).toMatch(/^left out: a date/)
})

test('a wave says how a column is meant', async () => {
  const table = await readable('survey.sav', [
    { code: 'remark', measurement: 'nominal', label: { nl: 'x', en: 'x' } },
    { code: 'sector', measurement: 'numeric', label: { nl: 'x', en: 'x' } },
  ])
  expect(rowsOf(table)[1]?.slice(8, 11)).toEqual(['1234567een_e', '1.5', '-1'])
})

test('a text of more than 255 bytes is whole, and texts of other encodings are read', async () => {
  const story = `${'a'.repeat(254)}${'b'.repeat(254)}eind`
  expect(rowsOf(await readable('long-text.sav'))).toEqual([
    ['respondent', 'story'],
    ['1', story],
    ['2', ''],
  ])
  const latin = await readable('latin1.sav')
  expect([rowsOf(latin)[1], latin.variables[0]?.label.nl]).toEqual([['1', 'één'], 'Ideeën'])
})

test('a file that is cut off or something else is a problem, wherever it ends', async () => {
  const file = await fixture('survey.sav')
  expect(readSav(Buffer.from('respondent,team\n'))).toMatchObject({ problems: [{ code: 'MALFORMED_SAV' }] })
  for (let length = 4; length < file.length - 8; length += 7) {
    const table = readSav(file.subarray(0, length))
    const problems = 'problems' in table ? table.problems : [...(table.lines as Iterable<object>)]
    expect(problems, String(length)).toContainEqual(expect.objectContaining({ code: 'MALFORMED_SAV' }))
  }
})
