import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { loggedLines } from '../testing/logged-lines.ts'

const session = { cookie: 'peo-session=x', 'sec-fetch-site': 'same-origin' }
const form = { ...session, 'content-type': 'application/x-www-form-urlencoded' }

test.each([
  ['/graphql?query={viewer{role}}', { headers: session }],
  ['/tables/crosstab.csv?waves=peo-2022&rows=werkdruk', { headers: session }],
  ['/oauth/token', { method: 'POST', headers: form, body: 'grant_type=client_credentials' }],
  ['/.well-known/jwks.json', {}],
  ['/auth/sign-in', {}],
  ['/oauth/interaction/x', { headers: { cookie: 'peo-sign-in-link=x' } }],
  ['/sign-in-link', { method: 'POST', headers: form, body: 't=x' }],
])('without a database %s fails in the log, and tells the reader no more than that', async (path, init) => {
  const lines = loggedLines()
  const broken = { prisma: { secretive: true } } as unknown as Database
  const response = await createApp(broken).fetch(`http://localhost:4000${path}`, init)
  expect(response.status).toBe(500)
  const told = await response.text()
  expect(told).not.toMatch(/undefined|prisma|\bat \//)
  expect(lines().some(({ errorId }) => errorId !== undefined && told.includes(errorId))).toBe(true)
})
