import { expect, test } from 'vitest'
import { testDatabase } from '../testing/test-database.ts'
import { identifier } from './identify.ts'
import { requestContexts } from './request-context.ts'

test('whether who asked is still them is asked anew, though of a request it is known who asks', async () => {
  const { prisma } = await testDatabase('empty')
  let isSignedIn = true
  const staff = { viewer: { role: 'STAFF' as const }, account: 'a' }
  const identify = identifier(
    async () => staff,
    async () => (isSignedIn ? staff : undefined),
  )
  const { signal: ending } = new AbortController()
  const shared = {
    prisma,
    releases: async () => [],
    url: 'http://localhost',
    ending,
    rowsKeptDays: undefined,
  }
  const contextOf = requestContexts({ ...shared, trustedProxies: 0 }, identify)
  const asker = { request: {}, headerOf: () => null, address: '192.0.2.1' }
  const { isStillThem } = await contextOf(asker)
  expect(await isStillThem()).toBe(true)
  isSignedIn = false
  expect((await contextOf(asker)).viewer.role).toBe('STAFF')
  expect(await isStillThem()).toBe(false)
})
