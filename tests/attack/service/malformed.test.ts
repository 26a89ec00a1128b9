import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import { closedAfterFile } from '../../../packages/server/src/testing/after-file.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { malformedRequest, wellFormed } from '../malformed-request.ts'

/** Requests, and the seed that makes the same ones again: `SEED=... npx vitest run tests/attack/service/malformed`. */
const requests = 10_000
const seed = Number(process.env.SEED) || Date.now() % 2 ** 31

/** As everyone, and as staff, who may reach more. */
let apps: readonly App[]

beforeAll(async () => {
  const database = await testDatabase('examples')
  apps = [{}, { viewer: { role: 'STAFF' } as const }].map((as) =>
    closedAfterFile(createApp(database, { ...as, auditLogDays: 365 })),
  )
})

test(`${requests} malformed requests, without a failure of the service or a stack in an answer (seed ${seed})`, async () => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(malformedRequest, async ({ method, path, parameters, body, headers }) => {
      const search = new URLSearchParams(
        Object.entries(parameters).map(([name, value]) => [name, wellFormed(value)]),
      )
      const carries = !['GET', 'HEAD'].includes(method)
      const response = await apps[answered % 2]!.fetch(
        `http://localhost:4000${path}${path.includes('?') ? '' : `?${search}`}`,
        {
          method,
          headers,
          ...(carries ? { body } : {}),
        },
      )
      const told = await response.text()
      answered++
      expect(response.status, told.slice(0, 500)).toBeLessThan(500)
      expect(told.slice(0, 500)).not.toContain('INTERNAL_SERVER_ERROR')
      // GraphiQL's own scripts are in its page.
      if (!told.includes('<title>PEO results service</title>'))
        expect(told).not.toMatch(/\n\s+at .*[:(]\d+:\d+|node_modules|PrismaClient|SELECT /)
    }),
    { numRuns: requests, seed },
  )
  expect(answered).toBeGreaterThanOrEqual(requests)
})
