import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { loggedLines } from '../testing/logged-lines.ts'
import { testDatabase } from '../testing/test-database.ts'
import { readOutsideIssuers } from './outside-issuers.ts'
import { type SecondIssuer, startSecondIssuer } from './testing/start-second-issuer.ts'

const audience = 'https://results.example/graphql'
const entry = {
  audience,
  algorithms: ['ES256'],
  roles: [{ claim: ['access', 'roles'], value: 'peo-researcher', role: 'RESEARCHER' }],
  organisation: ['organisation'],
}

let folder: string
let file: string
let database: Database
let second: SecondIssuer
let app: App
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'peo-issuers-'))
  file = path.join(folder, 'issuers.json')
  second = await startSecondIssuer(audience)
  database = await testDatabase('examples')
  await writeFile(file, JSON.stringify([{ issuer: second.issuer, ...entry }]))
  app = createApp(database, { outsideIssuers: await readOutsideIssuers(file) })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const viewer = '{ viewer { role organisation name } }'
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

test('a token of a separate issuer process gives the role that the file maps its claims to', async () => {
  const { data } = await ask(app, viewer, {}, bearer(await second.token('researcher')))
  const name = `${second.issuer}#researcher`
  expect(data).toEqual({ viewer: { role: 'RESEARCHER', organisation: 'org_c', name } })
  const csv = await app.fetch('http://localhost/waves/peo-2022/respondents.csv', {
    headers: bearer(await second.token('researcher')),
  })
  expect(csv.status).toBe(200)
})

test.each([
  ['for another service', () => second.token('researcher', 'https://other.example'), 'is for "https://other'],
  ['whose claims map to no role', () => second.token('guest'), 'access.roles is looked at'],
])('a token %s is refused', async (_, token, message) => {
  const { errors } = await ask(app, viewer, {}, bearer(await token()))
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining(message),
    extensions: { code: 'UNAUTHENTICATED' },
  })
})

test('while its issuer cannot be reached a token is refused, and the log says why', async () => {
  const lines = loggedLines()
  const token = await second.token('researcher')
  const gone = 'http://127.0.0.1:9'
  const [header = '', , signature = ''] = token.split('.')
  const claims = Buffer.from(JSON.stringify({ iss: gone })).toString('base64url')
  const offline = createApp(database, {
    outsideIssuers: [{ ...(await readOutsideIssuers(file))[0]!, issuer: gone }],
  })
  const { errors } = await ask(offline, viewer, {}, bearer([header, claims, signature].join('.')))
  expect(errors?.[0]?.message).toBe(`The access token of ${gone} cannot be verified now. Try again later.`)
  expect(lines()).toMatchObject([{ level: 'error', error: expect.stringContaining('fetch failed') }])
})

const issuer = 'https://login.example.edu'
test.each([
  ['[', 'is no JSON'],
  ['{}', 'the whole: Invalid input: expected array'],
  [JSON.stringify([{ ...entry, issuer: 'http://login.example.edu' }]), '0.issuer: must be https'],
  [JSON.stringify([{ ...entry, issuer, algorithms: ['HS256'] }]), '0.algorithms.0: Invalid option'],
  [JSON.stringify([{ ...entry, issuer, roles: [] }]), '0.roles: Too small'],
  [JSON.stringify([{ ...entry, issuer, role: 'STAFF' }]), 'Unrecognized key: "role"'],
])('a file with %s is refused: %s', async (text, problem) => {
  const wrong = path.join(folder, 'wrong.json')
  await writeFile(wrong, text)
  await expect(readOutsideIssuers(wrong)).rejects.toThrow(`ISSUERS names ${wrong}, which is`)
  await expect(readOutsideIssuers(wrong)).rejects.toThrow(problem)
})

test('an issuer that is there twice is named', async () => {
  const twice = path.join(folder, 'twice.json')
  await writeFile(twice, JSON.stringify([1, 2].map(() => ({ issuer: second.issuer, ...entry }))))
  await expect(readOutsideIssuers(twice)).rejects.toThrow(`1.issuer: ${second.issuer} is there twice`)
})

test('a file that is not there is named', async () => {
  await expect(readOutsideIssuers('/none.json')).rejects.toThrow(
    'ISSUERS names /none.json, which cannot be read: ENOENT',
  )
})
