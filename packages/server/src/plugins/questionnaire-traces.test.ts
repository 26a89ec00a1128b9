import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { hashCode, newCode } from '../collection/secret-code.ts'
import { fieldingWave } from '../collection/testing/fielding-wave.ts'
import type { Database } from '../database/database.ts'
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
