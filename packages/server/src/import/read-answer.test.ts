import { expect, test } from 'vitest'
import { columnsOf, readAnswer } from './read-answer.ts'
import { variables } from './testing/small-survey.ts'

const variable = (code: string) => variables.find((candidate) => candidate.code === code)!
const read = (code: string, ...fields: string[]) => readAnswer(variable(code), fields)

test('a variable has one column, or one per option', () => {
  expect(columnsOf(variable('joy'))).toEqual(['joy'])
  expect(columnsOf(variable('causes'))).toEqual(['causes__rules', 'causes__hours'])
})

test.each([
  ['sector', ['a'], 'a'],
  ['pressure', [' 2 '], '2'],
  ['joy', ['7.5'], 7.5],
  ['joy', ['1'], 1],
  ['joy', ['+10'], 10],
  ['causes', ['1', '0'], ['rules']],
  ['causes', ['1', ' 1'], ['rules', 'hours']],
  ['causes', ['0', '0'], []],
  ['remark', [' two\nlines '], 'two\nlines'],
  ['weight', ['0.25'], 0.25],
])('%s takes %j', (code, fields, value) => {
  expect(read(code, ...fields)).toEqual({ value })
})

test.each([
  ['sector', ['']],
  ['joy', [' ']],
  ['causes', ['', '']],
  ['remark', ['']],
])('%s may be left empty', (code, fields) => {
  expect(read(code, ...fields)).toEqual({ value: undefined })
})

test.each([
  ['sector', ['c'], 'sector', 'UNKNOWN_CATEGORY', '"c" is not a category of sector; it takes a, b'],
  ['sector', ['A'], 'sector', 'UNKNOWN_CATEGORY', '"A" is not a category of sector; it takes a, b'],
  [
    'pressure',
    ['net:any'],
    'pressure',
    'UNKNOWN_CATEGORY',
    '"net:any" is not a category of pressure; it takes 1, 2',
  ],
  ['joy', ['11'], 'joy', 'OUT_OF_RANGE', '11 is out of range; joy runs from 1 to 10'],
  ['joy', ['-1'], 'joy', 'OUT_OF_RANGE', '-1 is out of range; joy runs from 1 to 10'],
  [
    'causes',
    ['1', 'x'],
    'causes__hours',
    'UNKNOWN_CATEGORY',
    '"x" is not 1 (named), 0 (not named) or empty (no answer)',
  ],
  [
    'causes',
    ['', '1'],
    'causes__rules',
    'INCOMPLETE_ANSWER',
    'empty, while other options of causes are filled in; write 0 where not named',
  ],
  [
    'weight',
    [''],
    'weight',
    'MISSING_WEIGHT',
    'every respondent needs a weight; leave the variable out of the wave if there is none',
  ],
  ['weight', ['0'], 'weight', 'OUT_OF_RANGE', '0 is out of range; a weight is above 0'],
  ['weight', ['-1'], 'weight', 'OUT_OF_RANGE', '-1 is out of range; a weight is above 0'],
  [
    'remark',
    ['x'.repeat(5001)],
    'remark',
    'TOO_LONG',
    'the answer has 5001 characters, of at most 5000; make it shorter',
  ],
])('%s does not take %j', (code, fields, column, problem, message) => {
  expect(read(code, ...fields)).toEqual({ column, code: problem, message })
})

test.each([
  '7,5',
  '1e3',
  '0x1',
  'Infinity',
  'NaN',
  'seven',
  '7.',
  '.5',
  '- 1',
])('%s is not a number', (field) => {
  const message = `"${field}" is not a number; write it with a decimal point, such as 7.5`
  expect(read('joy', field)).toEqual({ column: 'joy', code: 'NOT_A_NUMBER', message })
  expect(read('weight', field)).toEqual({ column: 'weight', code: 'NOT_A_NUMBER', message })
})

test('a number without a range may be any that adds up', () => {
  const { minimum: _, maximum: __, ...open } = variable('joy')
  expect(readAnswer(open, ['-123456'])).toEqual({ value: -123456 })
  expect(readAnswer(open, ['1000000000000000'])).toEqual({ value: 1e15 })
  for (const tooLarge of ['9'.repeat(308), '-1000000000000001'])
    expect(readAnswer(open, [tooLarge])).toMatchObject({
      column: 'joy',
      code: 'OUT_OF_RANGE',
      message: expect.stringContaining('no more than 15 digits'),
    })
  expect(readAnswer({ ...open, minimum: 0 }, ['-1'])).toMatchObject({
    message: '-1 is out of range; joy runs from 0 to any number',
  })
})
