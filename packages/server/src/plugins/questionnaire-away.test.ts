import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { hiddenFields, invited, postForm } from '../collection/testing/asked-wave.ts'
import { storedAnswers } from '../collection/testing/stored-answers.ts'
import type { Database } from '../database/database.ts'
import { openPostgresql } from '../database/open-postgresql.ts'
import { closedAfterFile } from '../testing/after-file.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('empty')
})

test('sixty people behind one address answer at once', async () => {
  const { waveId, link } = await invited(database)
  const busy = createApp(database, { pointsPerMinute: 60_000 })
  const forms = Array.from({ length: 60 }, (_, person) => ({
    'q.joy': String((person % 10) + 1),
    go: 'send',
  }))
  const answers = await Promise.all(forms.map((form) => postForm(busy, `/answer/${link}`, form)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await storedAnswers(database.prisma, waveId)).toHaveLength(60)
})

test('who asks too much keeps what was filled in, and no log has the code', async () => {
  const { path, code } = await invited(database)
  const strict = closedAfterFile(createApp(database, { pointsPerMinute: 1, auditLogDays: 30 }))
  await postForm(strict, path, {})
  await postForm(strict, path, {})
  await expect
    .poll(async () => (await postForm(strict, path, { page: '2', 'q.joy': '7', go: 'next' })).status)
    .toBe(429)
  const refused = await postForm(strict, path, { page: '2', 'q.joy': '7', go: 'next' })
  expect(hiddenFields(await refused.text())).toEqual({ page: '2', 'q.joy': '7' })
  await strict.close()
  const entries = await database.prisma.auditEntry.findMany({ where: { action: 'REFUSAL' } })
  expect(entries.map(({ subject }) => subject)).toContain('/answer')
  expect(JSON.stringify(entries.map(({ subject, asked }) => [subject, asked]))).not.toContain(code)
})

test('while the database is away, a code that was typed can be sent again', async () => {
  const { code } = await invited(database)
  // Nobody listens there.
  const away = openPostgresql('postgresql://postgres@127.0.0.1:1/postgres')
  const lines = loggedLines()
  const refused = await postForm(createApp(away), '/answer', { lang: 'en', code })
  expect(refused.status).toBe(503)
  expect(JSON.stringify(lines())).not.toContain(code)
  const again = hiddenFields(await refused.text())
  expect(again).toEqual({ lang: 'en', code })
  expect(
    (await postForm(createApp(database), '/answer', { ...again, go: 'next' })).headers.get('location'),
  ).toBe(`/answer/${code}?lang=en`)
  await away.close()
})

test('while the database is away, what was filled in can be sent again, and the log has none of it', async () => {
  const { path, code } = await invited(database)
  // Nobody listens there.
  const away = openPostgresql('postgresql://postgres@127.0.0.1:1/postgres')
  const broken = createApp(away)
  const lines = loggedLines()
  const fields = { page: '1', lang: 'en', token: 't', 'q.comment': 'secret words', other: 'x' }
  const answer = await postForm(broken, path, { ...fields, go: 'change-joy' })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  const stale = await postForm(broken, path, { ...fields, visit: 'that-is-over' })
  expect([stale.status, (await stale.text()).includes('secret words')]).toEqual([503, false])
  const page = await answer.text()
  expect(hiddenFields(page)).toEqual({ page: '1', lang: 'en', token: 't', 'q.comment': 'secret words' })
  expect(page).toContain('<button name="go" value="change-joy">Try again</button>')
  expect(lines().length).toBeGreaterThan(0)
  expect(JSON.stringify(lines())).not.toMatch(new RegExp(`${code}|secret words`))
  await away.close()
})
