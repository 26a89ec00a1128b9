import { expect, test } from 'vitest'
import { readAnswer } from '../read-answer.ts'
import type { AnswerLine } from '../source-table.ts'
import { readTripleS } from './read-triple-s.ts'

const variable = (ident: number, type: string, position: string, more: string, use = '') =>
  `<variable ident="${ident}" type="${type}"${use}>${more}<position ${position}/></variable>`
const values =
  '<values><value code="1">Regels &amp; eisen</value><value code="2">Caseload</value><value code="9">Anders</value></values>'

function definition(format: string, places: readonly string[]): Buffer {
  const [id, team, causes, tasks, grade, agreed, remark, weight, day] = places.map((place) =>
    place.includes('-')
      ? `start="${place.split('-')[0]}" finish="${place.split('-')[1]}"`
      : `start="${place}"`,
  )
  const variables = [
    variable(1, 'quantity', id!, '<name>Serial</name><label>Nr</label>', ' use="serial"'),
    variable(
      2,
      'single',
      team!,
      '<name>Q1.team</name><label><text xml:lang="nl-NL">Uw team</text><text xml:lang="en-GB">Your team</text></label><values><value code="1">Noord</value><value code="12">Zuid</value></values>',
    ),
    variable(3, 'multiple', causes!, `<name>Causes</name><label>Waardoor?</label>${values}`),
    variable(
      4,
      'multiple',
      tasks!,
      `<name>Tasks</name><label>Taken</label><spread subfields="2" width="1"/>${values}`,
    ),
    variable(
      5,
      'quantity',
      grade!,
      '<name>Grade</name><label>Cijfer</label><values><range from="1" to="10"/><value code="99">weet niet</value></values>',
    ),
    variable(6, 'logical', agreed!, '<name>Agreed</name><label>Eens?</label>'),
    variable(7, 'character', remark!, '<name>Remark</name><label>Toelichting</label><size>8</size>'),
    variable(8, 'quantity', weight!, '<name>W</name><label>Weging</label>', ' use="weight"'),
    variable(9, 'date', day!, '<name>Day</name><label>Dag</label>'),
  ]
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><sss version="2.0"><survey><title>T</title><record ident="A" format="${format}" href="data.asc"${format === 'csv' ? ' skip="1"' : ''}>${variables.join('')}</record></survey></sss>`,
  )
}

async function read(xml: Buffer, data: string) {
  const table = readTripleS(xml)
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  const lines: unknown[] = []
  for await (const line of table.linesOf([Buffer.from(data)])) lines.push((line as AnswerLine).fields ?? line)
  return { ...table, lines }
}

const fixed = () =>
  definition('fixed', ['1-3', '4-5', '6-14', '15-16', '17-20', '21', '22-29', '30-33', '34-41'])
const expected = [
  'respondent q1_team causes__1 causes__2 causes__9 tasks__1 tasks__2 tasks__9 grade agreed remark w'.split(
    ' ',
  ),
  ['1', '1', '1', '0', '1', '0', '1', '1', '7.5', '1', 'één "x"', '1.25'],
  ['2', '12', '', '', '', '', '', '', '', '', '', '0.75'],
  ['3', '', '0', '0', '0', '0', '0', '0', '8', '0', '', '1'],
]

test('fixed-format data', async () => {
  const data = [
    '  1 1100000001' + '29' + '07.5' + '1' + 'één "x" ' + '1.25' + '20240501',
    `  212${' '.repeat(9)}    99 ${' '.repeat(8)}0.75`,
    `  3  00000000000   80${' '.repeat(8)}   1`,
  ]
  const { lines, variables, href } = await read(fixed(), `${data.join('\r\n')}\r\n`)
  expect(lines).toEqual(expected)
  expect(href).toBe('data.asc')
  expect(variables.slice(0, 2)).toMatchObject([
    { code: 'q1_team', measurement: 'nominal', label: { nl: 'Uw team', en: 'Your team' } },
    {
      code: 'causes',
      measurement: 'multiple',
      categories: [{ label: { nl: 'Regels & eisen' } }, {}, { code: '9' }],
    },
  ])
  expect(variables[3]).toMatchObject({ measurement: 'numeric', minimum: 1, maximum: 10 })
  expect(variables.at(-1)?.measurement).toBe('weight')
})

test('a definition in the characters of Windows is read as it is meant', async () => {
  const xml = fixed().toString().replace('UTF-8', 'windows-1252').replace('Uw team', '\x80\x91\x92\x96')
  const table = readTripleS(Buffer.from(xml, 'latin1'))
  expect('variables' in table && table.variables[0]?.label.nl).toBe('€‘’–')
})

test('what is not in the encoding it says is refused, and tells of no other respondent', async () => {
  const xml = Buffer.from(fixed().toString().replace('Uw team', 'Één team'), 'latin1')
  expect(readTripleS(xml)).toMatchObject({
    problems: [{ code: 'MALFORMED_TRIPLE_S', message: expect.stringContaining('not in UTF-8') }],
  })
  const table = readTripleS(fixed())
  if ('problems' in table) throw new Error(JSON.stringify(table.problems))
  const found: unknown[] = []
  const data = Buffer.concat([Buffer.from('  1 1100000001\n'), Buffer.from('  2\xe9\n', 'latin1')])
  for await (const line of table.linesOf([data])) found.push(line)
  expect(found.at(-1)).toMatchObject({ row: 2, column: null, code: 'WRONG_ENCODING' })
})

test('CSV data, with subfields in a field or in a field each', async () => {
  const joined = definition('csv', ['1', '2', '3', '4', '5', '6', '7', '8', '9'])
  const rows = [
    '1,1,"100000001",29,7.5,1,"één ""x""",1.25,20240501',
    '2,12,,,99,,,0.75,',
    '3,,"000000000",00,8,0,,1,',
  ]
  expect((await read(joined, `heading\n${rows.join('\n')}`)).lines).toEqual(expected)
  const apart = definition('csv', ['1', '2', '3', '4-5', '6', '7', '8', '9', '10'])
  const split = rows.map((row) => row.replace('29', '2,9').replace(',99', ',,99').replace('00,8', '0,0,8'))
  expect((await read(apart, `heading\n${split.join('\n')}`)).lines).toEqual(expected)
})

test('what a definition does not have is not made into something else', async () => {
  const { lines } = await read(
    definition('csv', ['1', '2', '3', '4', '5', '6', '7', '8', '9']),
    'h\n1,7,"2",8,x,1,,1,\n2,1',
  )
  const eight = '8 (no answer has the code 8)'
  expect(lines[1]).toEqual(['1', '7', '2', '2', '2', eight, eight, eight, 'x', '1', '', '1'])
  expect(lines[2]).toMatchObject({ row: 3, code: 'WRONG_NUMBER_OF_FIELDS' })
})

test('zeros and ones that a spreadsheet took for a number are refused: they are of other answers', async () => {
  const places = ['1', '2', '3', '4', '5', '6', '7', '8', '9']
  const row = (causes: string) => `1,1,${causes},,7,1,,1,`
  const { lines } = await read(
    definition('csv', places),
    `h\n${['000000001', '1', '', '0'].map(row).join('\n')}`,
  )
  const causes = lines.slice(1).map((fields) => (fields as string[]).slice(2, 5))
  const short = (field: string) =>
    `${field} (it has 1 of 9 places: a spreadsheet takes zeros that come first for nothing)`
  expect(causes).toEqual([
    ['0', '0', '1'],
    Array(3).fill(short('1')),
    ['', '', ''],
    Array(3).fill(short('0')),
  ])
})

const several = (position: string, spread: string, answers: string) =>
  Buffer.from(
    `<sss><survey><record ident="A">${variable(1, 'multiple', position, `<name>q</name>${spread}<values>${answers}</values>`)}</record></survey></sss>`,
  )
const two = '<value code="2">Caseload</value>'

test.each([
  ['bits', 'start="1" finish="4"', '', '0110'],
  ['subfields', 'start="1" finish="2"', '<spread subfields="2" width="1"/>', '23'],
])('of several answers in %s those of a range are kept, labelled or not', async (_, position, spread, data) => {
  const { variables, lines } = await read(
    several(position, spread, `<range from="1" to="4"/>${two}`),
    `${data}\n`,
  )
  expect(variables[0]?.categories?.map(({ code }) => code).sort()).toEqual(['1', '2', '3', '4'])
  const [header, row] = lines as string[][]
  expect(Object.fromEntries(header!.map((name, place) => [name, row![place]]))).toEqual({
    respondent: '1',
    ...{ q__1: '0', q__2: '1', q__3: '1', q__4: '0' },
  })
})

test.each([
  ['bits', 'start="1" finish="4"', '', '0110', '0110 (no answer has the code 3)'],
  ['a single bit', 'start="1" finish="1"', '', '1', '1 (no answer has the code 1)'],
  ['a subfield', 'start="1"', '<spread subfields="1" width="1"/>', '1', '1 (no answer has the code 1)'],
])('of several answers in %s one without a code is refused', async (_, position, spread, data, said) => {
  const { variables, lines } = await read(several(position, spread, two), `${data}\n`)
  expect(lines[1]).toEqual(['1', said])
  expect(readAnswer(variables[0]!, [said])).toMatchObject({
    column: 'q__2',
    code: 'UNKNOWN_CATEGORY',
    message: `"${said}" is not 1 (named), 0 (not named) or empty (no answer)`,
  })
})

const single = (name: string, ...codes: string[]) =>
  `<variable ident="1" type="single"><name>${name}</name><position start="1" finish="2"/><values>${codes.map((code) => `<value code="${code}">x</value>`).join('')}</values></variable>`

test.each([
  ['answers', single('team', 'A-', 'A+'), '"A-" and "A+" of team would both be a_'],
  ['variables', single('Q1.a', 'A') + single('Q1_a', 'A'), 'Q1.a and Q1_a would both be q1_a'],
])('two %s that would have one code are refused', (_, variables, message) => {
  const xml = `<sss><survey><record ident="A">${variables}</record></survey></sss>`
  expect(readTripleS(Buffer.from(xml))).toMatchObject({
    problems: [{ code: 'MALFORMED_TRIPLE_S', message: expect.stringContaining(message) }],
  })
})

test('an answer that is not in the definition is not taken for one that is', async () => {
  const xml = `<sss><survey><record ident="A">${single('team', 'A-')}</record></survey></sss>`
  const { lines } = await read(Buffer.from(xml), 'A-\nA+\n')
  expect(lines.slice(1)).toEqual([
    ['1', 'a_'],
    ['2', 'A+ (the code a_ stands for A-)'],
  ])
})

test('of the numbers of a range without labels, those that the wave has are taken', async () => {
  const label = { nl: 'x', en: 'x' }
  const categories = ['2', '3'].map((code) => ({ code, label }))
  const xml = Buffer.from(
    '<sss><survey><record ident="A"><variable ident="1" type="multiple"><name>Why</name><values><range from="1" to="4"/><value code="2">Caseload</value></values><position start="1" finish="4"/></variable></record></survey></sss>',
  )
  const table = readTripleS(xml, [{ code: 'why', measurement: 'multiple', label, categories }])
  expect('variables' in table && table.variables[0]?.categories?.map(({ code }) => code)).toEqual(['3', '2'])
})

test.each([
  ['no XML', 'respondent,team', /not XML/],
  ['cut off', fixed().toString().slice(0, 400), /not XML/],
  ['an entity of its own', '<!DOCTYPE sss [<!ENTITY a "b">]><sss>&a;</sss>', /not XML/],
  ['another format', '<html></html>', /<sss>/],
  ['a hierarchy', '<sss><hierarchy/></sss>', /<record>/],
])('a definition that is %s is a problem', (_, xml, message) => {
  expect(readTripleS(Buffer.from(xml))).toMatchObject({
    problems: [{ code: 'MALFORMED_TRIPLE_S', message: expect.stringMatching(message) }],
  })
})
