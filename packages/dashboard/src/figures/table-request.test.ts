import { expect, test } from 'vitest'
import { csvAddress, fileName, graphqlText, sdkText, type TableRequest } from './table-request.ts'

const request: TableRequest = { kind: 'crosstab', waves: ['a', 'b'], rows: 'x', columns: [], language: 'EN' }

test('a request is an address, a query and a line of code; what it does not ask for is left out', () => {
  expect(csvAddress('https://peo.example/s', request)).toBe(
    'https://peo.example/s/tables/crosstab.csv?waves=a,b&rows=x&language=EN',
  )
  expect(graphqlText(request)).toContain('crosstab(waves: ["a","b"], rows: "x") {')
  expect(sdkText('https://peo.example/s', request, false)).toBe(`import { PeoClient } from '@peo/sdk'

const peo = new PeoClient({ url: 'https://peo.example/s/graphql' })
const table = await peo.crosstab({ waves: ['a', 'b'], rows: 'x', language: 'EN' })`)
  expect(sdkText('https://peo.example/s', request, true)).toContain(`new PeoClient({
  url: 'https://peo.example/s/graphql',
  clientId: process.env.PEO_CLIENT_ID!,
  clientSecret: process.env.PEO_CLIENT_SECRET!,
})`)
  expect(fileName(request)).toBe('a-b-x.csv')
})
