import { expect, test } from 'vitest'
import { answersIn } from './testing/answers-in.ts'
import { goodAnswers, header, variables } from './testing/small-survey.ts'

const read = (...lines: string[]) => answersIn(variables, Buffer.from(lines.join('\n')))

test('answers are kept by variable, without the respondent number and what was left empty', async () => {
  expect(await read(header, '17,a,1,7.5,1,0,,1', '18,,,,,,"so, so",1')).toEqual({
    answers: [
      { sector: 'a', pressure: '1', joy: 7.5, causes: ['rules'], weight: 1 },
      { remark: 'so, so', weight: 1 },
    ],
  })
})

test('columns may stand in any order, lines may end with CRLF, and a byte order mark is fine', async () => {
  const lines = ['weight,respondent,sector', '1,1,b', '']
  const some = variables.filter(({ code }) => ['sector', 'weight'].includes(code))
  expect(await answersIn(some, Buffer.from(`\uFEFF${lines.join('\r\n')}`))).toEqual({
    answers: [{ sector: 'b', weight: 1 }],
  })
})

test('a file with a header only is told to have no respondents', async () => {
  expect(await read(header)).toEqual({
    problems: [expect.objectContaining({ row: null, code: 'NO_RESPONDENTS' })],
  })
})

const good = '1,a,1,7,1,0,,1'

test.each([
  [
    'MISSING_RESPONDENT',
    [good, ' ,a,1,7,1,0,,1'],
    { row: 3, column: 'respondent', message: 'the respondent number is empty' },
  ],
  [
    'DUPLICATE_RESPONDENT',
    [good, '2,a,1,7,1,0,,1', '1,b,1,7,1,0,,1'],
    { row: 4, column: 'respondent', message: 'respondent 1 already stands in row 2' },
  ],
  [
    'UNKNOWN_CATEGORY',
    ['1,c,1,7,1,0,,1'],
    { row: 2, column: 'sector', message: '"c" is not a category of sector; it takes a, b' },
  ],
  [
    'NOT_A_NUMBER',
    ['1,a,1,"7,5",1,0,,1'],
    {
      row: 2,
      column: 'joy',
      message: '"7,5" is not a number; write it with a decimal point, such as 7.5',
    },
  ],
  [
    'OUT_OF_RANGE',
    ['1,a,1,11,1,0,,1'],
    { row: 2, column: 'joy', message: '11 is out of range; joy runs from 1 to 10' },
  ],
  [
    'MISSING_WEIGHT',
    [good, '2,a,1,7,1,0,,'],
    {
      row: 3,
      column: 'weight',
      message: 'every respondent needs a weight; leave the variable out of the wave if there is none',
    },
  ],
  [
    'WEIGHTS_NOT_MEAN_ONE',
    [good, '2,a,1,7,1,0,,1.5'],
    {
      row: null,
      column: 'weight',
      message: 'the weights have a mean of 1.2500; divide them by it, so that it is 1',
    },
  ],
  [
    'INCOMPLETE_ANSWER',
    ['1,a,1,7,1,,,1'],
    {
      row: 2,
      column: 'causes__hours',
      message: 'empty, while other options of causes are filled in; write 0 where not named',
    },
  ],
  [
    'EXCLUDED_BY_ROUTING',
    ['1,a,2,7,0,0,,1'],
    {
      row: 2,
      column: 'causes__rules',
      message: 'causes is asked only if pressure is 1, which is not so here; leave it empty',
    },
  ],
  [
    'WRONG_NUMBER_OF_FIELDS',
    [good, '2,a,1,7,1,0,1'],
    { row: 3, column: null, message: 'this row has 7 fields, the header 8' },
  ],
  [
    'MALFORMED_CSV',
    [good, '2,a"b,1,7,1,0,,1'],
    { row: 3, column: null, message: expect.stringContaining('Quote') },
  ],
])('%s', async (code, lines, problem) => {
  expect(await read(header, ...lines)).toEqual({ problems: [{ ...problem, code }] })
})

test('WRONG_ENCODING', async () => {
  const file = Buffer.from(`${header}\n${good}\n2,a,1,7,1,0,caf\xe9,1\n`, 'latin1')
  expect(await answersIn(variables, file)).toEqual({
    problems: [
      {
        row: 3,
        column: 'remark',
        code: 'WRONG_ENCODING',
        message: '"café" is not text in UTF-8; save the file as UTF-8 and import it again',
      },
    ],
  })
})

test('several problems at once come in the order of the rows, those of the whole file first', async () => {
  const found = await read(header, '1,x,1,0,1,0,,1', '1,a,2,7,1,1,,2', '3,a,1', ',b,1,7,2,0,"two\nlines",1')
  const places = 'problems' in found && found.problems.map(({ row, column, code }) => [row, column, code])
  expect(places).toEqual([
    [2, 'sector', 'UNKNOWN_CATEGORY'],
    [2, 'joy', 'OUT_OF_RANGE'],
    [3, 'respondent', 'DUPLICATE_RESPONDENT'],
    [3, 'causes__rules', 'EXCLUDED_BY_ROUTING'],
    [4, null, 'WRONG_NUMBER_OF_FIELDS'],
    [5, 'respondent', 'MISSING_RESPONDENT'],
    [5, 'causes__rules', 'UNKNOWN_CATEGORY'],
  ])
  const heavy = await read(header, '1,x,1,7,1,0,,3')
  expect('problems' in heavy && heavy.problems.map(({ row }) => row)).toEqual([null, 2])
})

test('an answer whose gate cannot be read is not called excluded as well', async () => {
  expect(await read(header, '1,a,9,7,1,0,,1')).toMatchObject({ problems: [{ code: 'UNKNOWN_CATEGORY' }] })
})

test('the mean of the weights is not judged while one of them is missing', async () => {
  const found = await read(header, '1,a,1,7,1,0,,2', '2,a,1,7,1,0,,', '3,a')
  const codes = 'problems' in found && found.problems.map(({ code }) => code)
  expect(codes).toEqual(['MISSING_WEIGHT', 'WRONG_NUMBER_OF_FIELDS'])
})

test('weights that are one on average but for their rounding are fine', async () => {
  expect(await read(header, '1,a,1,7,1,0,,1.333', '2,a,1,7,1,0,,0.666')).toMatchObject({ answers: [{}, {}] })
  expect(await answersIn(variables, Buffer.from(goodAnswers))).toMatchObject({ answers: Array(12).fill({}) })
})
