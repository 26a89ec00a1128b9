import { PeoClient } from '@peo/sdk'
import { expect, test } from 'vitest'
import { newClient } from '../packages/server/src/access/testing/new-client.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { startService } from './started-service.ts'

const database = await testDatabase('examples')
const url = await startService(database)

test('a client signs in with its id and secret, and keeps its token', async () => {
  const { id, secret } = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const asked: (string | null)[] = []
  const onRequest = ({ operation }: { operation: string | null }) => void asked.push(operation)
  const peo = new PeoClient({ url, clientId: id, clientSecret: secret, onRequest })
  const viewer = { role: 'PARTNER', organisation: 'org_c', name: 'HR tool' }
  expect(await peo.query('query Me { viewer { role organisation name } }')).toEqual({ viewer })
  const own = await peo.crosstab({ waves: ['peo-2022'], rows: 'ruimte_relatie', columns: ['organisatie'] })
  expect(own.dimensions[1]?.categories.map(({ code }) => code)).toEqual(['org_c', 'rest'])
  expect(asked).toEqual(['token', 'Me', 'Crosstab'])
})

test('a wrong secret is told without it', async () => {
  const { id } = await newClient(database)
  const clientSecret = 'not the secret'
  const error = await new PeoClient({ url, clientId: id, clientSecret }).waves().catch((error) => error)
  expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining('invalid_client') })
  expect(error.message).not.toContain(clientSecret)
})

test('a researcher goes through the anonymised answers page by page', async () => {
  const { id, secret } = await newClient(database, { role: 'RESEARCHER' })
  let requests = 0
  const onRequest = () => {
    requests += 1
  }
  const peo = new PeoClient({ url, clientId: id, clientSecret: secret, onRequest })
  const ids = new Set<string>()
  for await (const respondent of peo.respondents({ wave: 'peo-2022' })) ids.add(respondent.id)
  expect(ids.size).toBe(150)
  // The token, and two pages.
  expect(requests).toBe(3)
  for await (const { answers } of peo.respondents({ wave: 'peo-2022' })) {
    expect(answers.length).toBeGreaterThan(3)
    break
  }
  expect(requests).toBe(4)
  await expect(
    new PeoClient({ url }).respondents({ wave: 'peo-2022' }).toArray({ limit: 1 }),
  ).rejects.toHaveProperty('code', 'UNAUTHENTICATED')
})
