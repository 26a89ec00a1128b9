import { decodeProtectedHeader } from 'jose'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { keyTimes, readSigningKeys } from './signing-keys.ts'
import { askToken } from './testing/ask-token.ts'
import { newClient } from './testing/new-client.ts'

const minute = 60_000
let database: Database
beforeAll(async () => {
  database = await testDatabase('empty')
})
beforeEach(async () => {
  await database.prisma.signingKey.deleteMany()
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
const kidOf = (token: string) => String(decodeProtectedHeader(token).kid)

async function published(app: App): Promise<string[]> {
  const response = await app.fetch('http://localhost/.well-known/jwks.json')
  expect(response.headers.get('cache-control')).toBe('public, max-age=300')
  const { keys } = (await response.json()) as { keys: { kid: string; d?: string }[] }
  expect(keys.filter(({ d }) => d !== undefined)).toEqual([])
  return keys.map(({ kid }) => kid)
}

async function isGood(app: App, token: string): Promise<boolean> {
  const { errors } = await ask(app, '{ viewer { role } }', {}, { authorization: `Bearer ${token}` })
  return errors === undefined
}

test('keys rotate without an outage: published before they sign, and until their last token is over', async () => {
  const replicas = [createApp(database), createApp(database)] as const
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  const client = await newClient(database)
  const tokenOf = async (app: App) => (await askToken(app, client)).access_token
  const first = await tokenOf(replicas[0])
  expect(await isGood(replicas[1], first)).toBe(true)

  const rotate = 'mutation { rotateSigningKeys }'
  const { data } = await ask<{ rotateSigningKeys: string }>(staff, rotate)
  expect(Date.parse(data.rotateSigningKeys) - Date.now()).toBe(keyTimes.ahead)
  expect((await ask(staff, rotate)).data).toEqual(data)

  later(2 * minute)
  for (const app of replicas) {
    expect(await published(app)).toHaveLength(2)
    expect(kidOf(await tokenOf(app))).toBe(kidOf(first))
  }
  later(7 * minute)
  const last = await tokenOf(replicas[0])
  later(2 * minute)
  const next = await tokenOf(replicas[1])
  expect(kidOf(last)).toBe(kidOf(first))
  expect(kidOf(next)).not.toBe(kidOf(first))
  for (const app of replicas) {
    expect([await isGood(app, last), await isGood(app, next), await isGood(app, first)]).toEqual([
      true,
      true,
      false,
    ])
  }
  later(keyTimes.after)
  for (const app of replicas) expect(await published(app)).toEqual([kidOf(next)])
})

test('replicas that start at once make one key', async () => {
  const sets = await Promise.all([1, 2, 3].map(() => readSigningKeys(database.prisma)))
  expect(new Set(sets.map((keys) => keys.map(({ kid }) => kid).join()))).toHaveLength(1)
  expect(await database.prisma.signingKey.count()).toBe(1)
})

test('a key that grew old is replaced by itself, and those of long ago are deleted', async () => {
  const [old] = await readSigningKeys(database.prisma)
  later(keyTimes.age + minute)
  const [signing, waiting] = await readSigningKeys(database.prisma)
  expect([signing?.kid, waiting?.kid]).toEqual([old?.kid, expect.not.stringMatching(old?.kid ?? '')])
  later(keyTimes.age + keyTimes.ahead)
  const keys = await readSigningKeys(database.prisma)
  expect(keys.map(({ kid }) => kid)).not.toContain(old?.kid)
  expect(await database.prisma.signingKey.count()).toBe(2)
})
