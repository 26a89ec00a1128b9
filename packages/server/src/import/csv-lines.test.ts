import { expect, test } from 'vitest'
import { csvLines } from './csv-lines.ts'
import type { ImportProblem } from './import-problem.ts'
import type { AnswerLine } from './source-table.ts'

/** The lines of a file that comes whole; of one that comes a byte at a time they are the same. */
async function readCsv(file: Buffer) {
  const lines: AnswerLine[] = []
  const problems: ImportProblem[] = []
  for await (const line of csvLines([file])) 'fields' in line ? lines.push(line) : problems.push(line)
  const slowly: object[] = []
  for await (const line of csvLines([...file].map((byte) => Buffer.of(byte)))) slowly.push(line)
  expect(slowly.filter((line) => 'code' in line)).toEqual(problems)
  if (problems.length > 0) return { problems }
  expect(slowly).toEqual(lines)
  const [header, ...rows] = lines
  return { header: header?.fields ?? [], rows }
}

const bytes = (text: string) => Buffer.from(text, 'utf8')
const wrongEncoding = (row: number | null, column: string | null, found: string) => ({
  row,
  column,
  code: 'WRONG_ENCODING',
  message: `${found} is not text in UTF-8; save the file as UTF-8 and import it again`,
})

test.each([
  ['LF', 'a,b\n1,2\n3,4\n'],
  ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
  ['CR', 'a,b\r1,2\r3,4\r'],
  ['CRLF after the header and LF after the rows', 'a,b\r\n1,2\n3,4\n'],
  ['LF after the header and CRLF after the rows', 'a,b\n1,2\r\n3,4\r\n'],
  ['nothing after the last row', 'a,b\n1,2\n3,4'],
  ['a byte order mark', '\uFEFFa,b\n1,2\n3,4\n'],
])('lines that end with %s', async (_, text) => {
  expect(await readCsv(bytes(text))).toEqual({
    header: ['a', 'b'],
    rows: [
      { row: 2, fields: ['1', '2'] },
      { row: 3, fields: ['3', '4'] },
    ],
  })
})

test('a row is counted as a spreadsheet does: a quoted newline makes none, an empty line makes one', async () => {
  expect(await readCsv(bytes('a,b\n"x\ny","say ""hi"", you"\n\n3,4\n'))).toEqual({
    header: ['a', 'b'],
    rows: [
      { row: 2, fields: ['x\ny', 'say "hi", you'] },
      { row: 4, fields: ['3', '4'] },
    ],
  })
})

test('a row may be shorter or longer than the header', async () => {
  const table = await readCsv(bytes('a,b\n1\n1,2,3\n'))
  expect(table).toMatchObject({ rows: [{ fields: ['1'] }, { fields: ['1', '2', '3'] }] })
})

test('an empty file has no header and no rows', async () => {
  expect(await readCsv(bytes(''))).toEqual({ header: [], rows: [] })
  expect(await readCsv(bytes('\uFEFF'))).toEqual({ header: [], rows: [] })
})

test.each([
  ['a quote that is not closed', 'a,b\n"x\ny",1\n2,"q', 3, /Quote Not Closed/],
  ['a quote inside a field', 'a,b\n"x\ny",1\n2,q"r\n', 3, /Invalid Opening Quote/],
  ['text after a closing quote', 'a,b\n"x"y,1\n', 2, /Invalid Closing Quote/],
])('%s is malformed, in the row that a spreadsheet shows', async (_, text, row, message) => {
  expect(await readCsv(bytes(text))).toEqual({
    problems: [{ row, column: null, code: 'MALFORMED_CSV', message: expect.stringMatching(message) }],
  })
})

test('every cell that is not UTF-8 is named', async () => {
  const file = Buffer.from('naam,b\nCaf\xe9,1\n"x\ny",2\nok,r\xf4ti\n', 'latin1')
  expect(await readCsv(file)).toEqual({
    problems: [wrongEncoding(2, 'naam', '"Café"'), wrongEncoding(4, 'b', '"rôti"')],
  })
})

test('a wrong byte in the first column is named without the byte order mark', async () => {
  const file = Buffer.concat([bytes('\uFEFFnaam,b\n'), Buffer.from('\xe9,1\n', 'latin1')])
  expect(await readCsv(file)).toEqual({ problems: [wrongEncoding(2, 'naam', '"é"')] })
})

test('a wrong byte in a field without a header has no column', async () => {
  expect(await readCsv(Buffer.from('a\n1,\xe9\n', 'latin1'))).toEqual({
    problems: [wrongEncoding(2, null, '"é"')],
  })
})

test('a wrong byte in a malformed file is said of the file', async () => {
  const file = Buffer.from('a,b\n"\xe9,1\n', 'latin1')
  expect(await readCsv(file)).toEqual({ problems: [wrongEncoding(null, null, 'the file')] })
})

test.each([
  ['little-endian', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le')],
  ['big-endian', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le').swap16()],
  ['little-endian, no mark', Buffer.from('a,b\n1,2\n', 'utf16le')],
  ['big-endian, no mark', Buffer.from('a,b\n1,2\n', 'utf16le').swap16()],
])('UTF-16 (%s) is named', async (_, file) => {
  expect(await readCsv(file)).toEqual({ problems: [wrongEncoding(null, null, 'the file (UTF-16)')] })
})

test('a NUL inside a cell is named: PostgreSQL could not store it', async () => {
  const read = await readCsv(bytes('a,b\n1,x\0y\n'))
  expect(read).toEqual({ problems: [wrongEncoding(2, 'b', JSON.stringify('x\0y'))] })
})
