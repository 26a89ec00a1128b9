import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { hashCode, newCode } from '../collection/secret-code.ts'
import { fieldingWave } from '../collection/testing/fielding-wave.ts'
import { readEverything } from '../collection/testing/read-everything.ts'
import type { Database } from '../database/database.ts'
import { closedAfterFile } from '../testing/after-file.ts'
import { testDatabase } from '../testing/test-database.ts'

const origin = 'http://localhost:4000'
let database: Database
let path: string

beforeAll(async () => {
  database = await testDatabase('empty')
  const { id: waveId } = await fieldingWave(database.prisma, 'traced')
  const link = newCode()
  await database.prisma.answerLink.create({ data: { waveId, secretHash: hashCode(link)! } })
  path = `/answer/${link}`
})

/** Opens a page, and sends an answer by its form. */
async function answerOnce(app: ReturnType<typeof createApp>, headers: Record<string, string> = {}) {
  const own = {
    ...headers,
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
  }
  await app.fetch(`${origin}${path}`, { headers })
  const sent = await app.fetch(`${origin}${path}`, { method: 'POST', headers: own, body: 'q.joy=7&go=send' })
  const location = sent.headers.get('location')!
  expect([sent.status, location]).toEqual([303, expect.stringContaining('/answer/sent')])
  await app.fetch(`${origin}${location}`, { headers })
  await app.fetch(`${origin}/answer/forget`, { headers })
  await app.fetch(`${origin}/answer`, { headers })
}

test('the metrics, which everyone may read, do not tell that somebody answered', async () => {
  const app = createApp(database)
  const counts = async () => {
    const text = await (await app.fetch(`${origin}/metrics`)).text()
    return text.split('\n').filter((line) => /^peo_/.test(line) && !line.includes('path="/metrics"'))
  }
  await app.fetch(`${origin}/healthz`)
  const before = await counts()
  expect(before.join()).toContain('path="/healthz"')
  await answerOnce(app)
  expect(await counts()).toEqual(before)
})

test('no table keeps the address of who opens a page or answers', async () => {
  // As replicas share a database; the embedded one has one process.
  const shared: Database = { ...database, kind: 'postgresql' }
  const app = closedAfterFile(
    createApp(shared, { pointsPerMinute: 1000, trustedProxies: 1, auditLogDays: 30 }),
  )
  await answerOnce(app, { 'x-forwarded-for': '198.51.100.7' })
  // Who reads tables is counted there, a moment later.
  await app.fetch(`${origin}/tables/crosstab.csv`, { headers: { 'x-forwarded-for': '198.51.100.8' } })
  const everything = async () => JSON.stringify(await readEverything(database))
  await expect.poll(everything).toContain('198.51.100.8')
  await app.close()
  expect(await everything()).not.toContain('198.51.100.7')
  expect(await database.prisma.auditEntry.count({ where: { subject: { startsWith: '/answer' } } })).toBe(0)
})
