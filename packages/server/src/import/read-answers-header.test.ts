import { expect, test } from 'vitest'
import { answersIn } from './testing/answers-in.ts'
import { header, variables } from './testing/small-survey.ts'

const read = (...lines: string[]) => answersIn(variables, Buffer.from(lines.join('\n')))
const missing = (column: string, hint = '') => ({
  row: 1,
  column,
  code: 'MISSING_COLUMN',
  message: `the column ${column} is missing${hint}`,
})
const unknown = (column: string) => ({
  row: 1,
  column,
  code: 'UNKNOWN_COLUMN',
  message: `"${column}" is not in the codebook of this wave; take the column out`,
})

test('missing, unknown and repeated columns are all named', async () => {
  const columns = header.replace('causes__hours', 'causes__hour').replace('remark', 'joy')
  expect(await read(columns, '1,a,1,7,1,0,7,1')).toEqual({
    problems: [
      missing('causes__hours'),
      missing('remark'),
      unknown('causes__hour'),
      { row: 1, column: 'joy', code: 'REPEATED_COLUMN', message: 'the column joy stands here twice' },
    ],
  })
})

test('rows are looked at as far as their columns are there', async () => {
  const columns = header.replace('pressure', 'presure').replace('respondent', 'number')
  const { problems } = (await read(columns, '1,c,9,11,1,0,,1', '1,a,1,7,1,0,,1')) as { problems: object[] }
  expect(problems).toEqual([
    missing('respondent'),
    missing('pressure'),
    unknown('number'),
    unknown('presure'),
    expect.objectContaining({ row: 2, column: 'sector', code: 'UNKNOWN_CATEGORY' }),
    expect.objectContaining({ row: 2, column: 'joy' }),
  ])
})

test('the respondent number is a column too', async () => {
  expect(await read(header.replace('respondent,', ''))).toEqual({ problems: [missing('respondent')] })
})

test('an empty file lacks every column', async () => {
  expect(await read('')).toEqual({ problems: header.split(',').map((column) => missing(column)) })
})

test('a file cut by semicolons gets a hint, decimal commas in its rows or not', async () => {
  const columns = header.replaceAll(',', ';')
  const hint = '; the file seems to be cut by semicolons'
  expect(await read(columns, '1;a;1;7,5;1;0;;1,0')).toEqual({
    problems: [...header.split(',').map((column) => missing(column, hint)), unknown(columns)],
  })
})

test('a header that is not UTF-8 is said, and the next row is not taken for one', async () => {
  const file = Buffer.from('respondent,caf\xe9\n1,2\n3,4\n', 'latin1')
  expect(await answersIn(variables, file)).toMatchObject({ problems: [{ row: 1, code: 'WRONG_ENCODING' }] })
})
