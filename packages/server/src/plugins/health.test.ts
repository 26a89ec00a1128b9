import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'

test('what the database says of its failure is for the log alone, once until it answers again', async () => {
  const { prisma } = await testDatabase('empty')
  let broken = false
  /** The same database, of which one query can be made to fail. */
  const breakable = new Proxy(prisma, {
    get: (target, name) =>
      broken && name === '$queryRaw'
        ? () => target.$queryRawUnsafe('SELECT secret FROM hidden')
        : Reflect.get(target, name),
  })
  const app = createApp({ prisma: breakable } as Database)
  const lines = loggedLines()
  const ready = async () => {
    const answer = await app.fetch('http://localhost/readyz')
    return { status: answer.status, told: await answer.text() }
  }
  for (const outage of [1, 2]) {
    expect(await ready()).toEqual({ status: 200, told: '' })
    broken = true
    const [first, second] = [await ready(), await ready()]
    expect(first.status).toBe(503)
    expect(first.told).not.toMatch(/hidden|secret|SELECT|prisma/i)
    expect(second).toEqual(first)
    expect((await app.fetch('http://localhost/healthz')).status).toBe(200)
    const logged = lines()
    expect(logged).toHaveLength(outage)
    expect(logged.at(-1)?.error).toContain('hidden')
    expect(first.told).toContain(logged.at(-1)?.errorId)
    broken = false
  }
})
