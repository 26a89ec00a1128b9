import { expect, test } from 'vitest'
import { PeoClient } from '../client.ts'

test.each([
  ['crosstab', (peo: PeoClient) => peo.crosstab({ waves: ['a'], rows: 'b', language: undefined as never })],
  ['means', (peo: PeoClient) => peo.means({ waves: ['a'], of: 'b', language: undefined as never })],
  ['trend', (peo: PeoClient) => peo.trend({ waves: ['a', 'b'], rows: 'b', language: undefined as never })],
  ['followUp', (peo: PeoClient) => peo.followUp({ wave: 'a', language: undefined as never })],
  [
    'questions',
    (peo: PeoClient) => peo.questions({ wave: 'a', language: undefined as never }).toArray({ limit: 1 }),
  ],
  [
    'recommendations',
    (peo: PeoClient) => peo.recommendations({ language: undefined as never }).toArray({ limit: 1 }),
  ],
  ['variables', (peo: PeoClient) => peo.variables({ language: undefined as never })],
  ['waves', (peo: PeoClient) => peo.waves({ language: undefined as never })],
])('a language that is undefined is the default in %s', async (_, ask) => {
  const asked: unknown[] = []
  const fetch = async (address: unknown) => {
    asked.push(JSON.parse(new URL(String(address)).searchParams.get('variables')!))
    return new Response('{}', { status: 500 })
  }
  await expect(ask(new PeoClient({ url: 'http://localhost', fetch }))).rejects.toThrow('500')
  expect(asked).toEqual([expect.objectContaining({ language: 'NL' })])
})
