import { expect, test } from 'vitest'
import { operationRequest } from './operation-request.ts'

const request = (document: string, variables = {}) =>
  operationRequest('http://a/graphql', document, variables)

test('numbers that JSON does not have are not sent as null, which is the default', () => {
  const { address } = request('{ a }', { level: Number.NaN, most: [Infinity, -Infinity, 1], text: 'NaN' })
  const { searchParams } = new URL(address)
  expect(searchParams.get('variables')).toBe('{"level":"NaN","most":["Infinity","-Infinity",1],"text":"NaN"}')
})

test.each([
  ['query Own { a }', 'Own'],
  ['# No query Other\n  query Own($a: String = "query Third") { a }', 'Own'],
  ['fragment F on Wave { a(b: "\\" query Other #") }\n\nquery Own { a }', 'Own'],
  ['{ a(b: "query Other") } # query Third', null],
  ['{ a(b: """\nquery Other\n""") }', null],
])('the name of the operation in %j is %s', (document, name) => {
  expect(request(document).operation).toBe(name)
})
