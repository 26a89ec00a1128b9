import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { PeoCore } from './core.ts'
import { failureOf } from './testing/failure-of.ts'
import { failure, json, unrulyServer } from './testing/unruly-server.ts'

test('no message has what was asked in it, however short; its explanation has, but for secrets', async () => {
  const said =
    'Wave peo-2022 has no "99" of 7; for geheim since 2026-01-01T00:00:00.000Z, a \\"b\\", "é" or -5.'
  const server = await unrulyServer((_, response) => json(response, failure('UNKNOWN_VARIABLE', said)))
  const peo = new PeoCore({ url: server.url, token: 'geheim' })
  const error = await failureOf(
    peo.query('query ($a: A) { ok }', {
      a: {
        waves: ['peo-2022'],
        codes: ['99', '', 'a "b"', 'é'],
        level: 7,
        first: -5,
        on: new Date('2026-01-01'),
      },
    }),
  )
  expect(error.message).toBe('Wave … has no "…" of …; for … since …, …, "…" or ….')
  expect(error).toHaveProperty('explanation', said.replace('geheim', '…'))
  expect(`${inspect(error, { depth: 9 })}${JSON.stringify(error)}`).not.toMatch(/peo-2022|99|geheim|é|-5/)
})

test('what a value should have been is in the explanation alone', async () => {
  const said = 'Variable "$a" got invalid value "geheim"; Float cannot represent non numeric value: "geheim"'
  const server = await unrulyServer((_, response) => json(response, failure('INVALID_INPUT', said)))
  const error = await failureOf(
    new PeoCore({ url: server.url }).query('query ($a: Float) { ok }', { a: 'geheim' }),
  )
  expect(error).toMatchObject({ message: 'Variable "$a" got invalid value.', explanation: said })
})
