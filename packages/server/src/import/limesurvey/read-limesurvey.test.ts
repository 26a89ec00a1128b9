import { expect, test } from 'vitest'
import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import type { AnswerLine } from '../source-table.ts'
import { readLimeSurvey } from './read-limesurvey.ts'

const header =
  '"id","submitdate","lastpage","startlanguage","seed","team","team[other]","causes[SQ001]","causes[SQ002]","causes[other]","rate[SQ001]","rate[SQ002]","grade","grade[comment]","born","remark"'
const rows = [
  '"1","2024-05-01 10:11:12","3","nl","12345","A1","","Y","","te veel, echt","1","5","7","toelichting","1980-01-01 00:00:00","Meer\ntijd"',
  '"2","","1","nl","12346","-oth-","Team X","","","","N/A","2","8.5","","",""',
  '"4","2024-05-02 09:00:00","3","nl","12347","","","N","Y","","3","3","6.25","","1990-02-03 00:00:00",""',
]
const file = (lines: readonly string[], mark = ',') =>
  Buffer.from(`\uFEFF${lines.map((line) => line.replaceAll('","', `"${mark}"`)).join('\r\n')}\r\n`)

async function read(bytes: Buffer, known: readonly CodebookVariable[] = []) {
  const table = await readLimeSurvey(() => [bytes], known)
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  const lines: unknown[] = []
  for await (const line of table.lines) lines.push((line as AnswerLine).fields ?? line)
  return { ...table, lines }
}

test.each([
  ',',
  ';',
  '\t',
])('a codebook is drafted, and answers are read, of an export cut by %j', async (mark) => {
  const { variables, columns, lines } = await read(file([header, ...rows], mark))
  expect(
    variables.map(({ code, measurement, categories = [] }) =>
      [code, measurement, ...categories.map((one) => one.code)].join(' '),
    ),
  ).toEqual([
    'team nominal a1 other',
    'team_other text',
    'causes multiple sq001 sq002 other',
    'causes_other text',
    'rate_sq001 nominal 1 3',
    'rate_sq002 nominal 2 3 5',
    'grade numeric',
    'grade_comment text',
    'remark text',
  ])
  expect(lines).toEqual([
    'respondent team team_other causes__sq001 causes__sq002 causes__other causes_other rate_sq001 rate_sq002 grade grade_comment remark'.split(
      ' ',
    ),
    ['1', 'a1', '', '1', '0', '1', 'te veel, echt', '1', '5', '7', 'toelichting', 'Meer\ntijd'],
    ['2', 'other', 'Team X', '', '', '', '', '', '2', '8.5', '', ''],
    ['4', '', '', '0', '1', '0', '', '3', '3', '6.25', '', ''],
  ])
  expect(
    columns.filter(({ understood }) => understood.startsWith('left out')).map(({ column }) => column),
  ).toEqual(['submitdate', 'lastpage', 'startlanguage', 'seed', 'born'])
})

test('a wave says what is meant; what "other" was is left out where the wave does not ask it', async () => {
  const label = { nl: 'x', en: 'x' }
  const { columns, lines } = await read(
    file(['"id","causes[SQ001]","causes[other]","grade"', '"7","Y","x","-oth-"']),
    [
      { code: 'causes', measurement: 'multiple', label },
      { code: 'grade', measurement: 'text', label },
    ],
  )
  expect(lines).toEqual([
    ['respondent', 'causes__sq001', 'causes__other', 'grade'],
    ['7', '1', '1', '-oth-'],
  ])
  expect(columns.at(-1)?.understood).toMatch(/no variable causes_other/)
})

test('answers that are not codes stay as they are, so that they are refused, and short rows too', async () => {
  const known = [{ code: 'causes', measurement: 'multiple', label: { nl: 'x', en: 'x' } }] as const
  const { lines } = await read(file(['"id","causes[SQ001]"', '"7","Ja"', '"8"']), known)
  expect(lines.slice(1)).toEqual([['7', 'Ja'], ['8']])
})

test('answers that capitals alone tell apart do not become one', async () => {
  const bytes = file(['"id","seed","team"', '"1","1","A1"', '"2","2","a1"', '"3","3","-oth-"'])
  expect(await readLimeSurvey(() => [bytes])).toMatchObject({
    problems: [{ code: 'MALFORMED_CSV', message: expect.stringContaining('"A1" and "a1" of team') }],
  })
  const { lines } = await read(bytes, [
    { code: 'team', measurement: 'nominal', label: { nl: 'x', en: 'x' }, categories: [] },
  ])
  expect(lines.slice(1)).toEqual([
    ['1', 'a1'],
    ['2', 'a1 (the code a1 stands for A1)'],
    ['3', 'other'],
  ])
})

const codesOf = ({ variables }: Awaited<ReturnType<typeof read>>) => variables.map(({ code }) => code)
const question = (code: string) =>
  ({ code, measurement: 'text', label: { nl: 'x', en: 'x' } }) as const satisfies CodebookVariable

test('a question with the name of a column of LimeSurvey itself is one where it stands among questions', async () => {
  const named = ['seed', 'lastpage', 'interviewtime', 'freeTime', 'groupTime7', 'ID']
  const names = ['id', 'seed', 'team', ...named, 'interviewtime', 'groupTime8020', 'freeTimeTime', 'teamTime']
  const table = await read(file([names.map((name) => `"${name}"`).join(), names.map(() => '"1"').join()]))
  expect(codesOf(table)).toEqual(['team', ...named.map((name) => name.toLowerCase())])
  expect(table.columns.slice(-5).map(({ column }) => column)).toEqual(['seed', ...names.slice(-4)])
})

test('of two columns by one name the first is of LimeSurvey itself, or of the participant', async () => {
  const bytes = file([
    '"id","token","email","email","token","team"',
    '"1","x","jan@example.org","nee","y","A"',
  ])
  const table = await read(bytes)
  expect(codesOf(table)).toEqual(['email', 'token', 'team'])
  expect(table.lines[1]).toEqual(['1', 'nee', 'y', 'a'])
})

test('what could tell who answered is left out wherever it stands, unless the wave asks it', async () => {
  const bytes = file(['"id","team","email","ipaddr","attribute_1"', '"1","A","nee","192.0.2.1","Delft"'])
  const table = await read(bytes)
  expect(codesOf(table)).toEqual(['team'])
  expect(table.columns.find(({ column }) => column === 'email')?.understood).toBe(
    'left out: it could tell who answered; give the wave a variable email if it is a question',
  )
  expect(codesOf(await read(bytes, ['team', 'email', 'attribute_1'].map(question)))).toEqual([
    'team',
    'email',
    'attribute_1',
  ])
})

test('an option that stands there twice is refused by its own name', async () => {
  const table = await readLimeSurvey(() => [Buffer.from('id,causes[SQ001],causes[SQ001]\n1,Y,N\n')])
  const message = 'the column causes[SQ001] stands here twice'
  expect(table).toEqual({ problems: [{ row: 1, column: 'causes[SQ001]', code: 'REPEATED_COLUMN', message }] })
})
