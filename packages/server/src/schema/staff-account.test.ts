import { beforeAll, expect, test } from 'vitest'
import { cookieBrowser } from '../access/testing/cookie-browser.ts'
import { newStaff } from '../access/testing/new-staff.ts'
import { type App, createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

const payload = '{ account { id name } signInLink errors { code field message } }'

interface Payload {
  readonly account: { readonly id: string; readonly name: string } | null
  readonly signInLink: string | null
  readonly errors: readonly { readonly code: string; readonly field: string }[]
}

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('empty')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
})

async function change(mutation: string, variables: object = {}): Promise<Payload> {
  const { data } = await ask<{ change: Payload }>(staff, mutation, { ...variables })
  return data.change
}

const create = (name: string) =>
  change(`mutation ($name: String!) { change: createStaffAccount(name: $name) ${payload} }`, { name })
const link = (id: string) =>
  change(`mutation ($id: ID!) { change: createSignInLink(account: $id) ${payload} }`, { id })
const remove = (id: string) =>
  change(`mutation ($id: ID!) { change: removeStaffAccount(id: $id) ${payload} }`, { id })

test('staff make an account for a colleague, who signs in with its link; a new one signs out, and ends the last', async () => {
  const app = createApp(database)
  const browser = cookieBrowser(app)
  const signIn = async ({ signInLink, errors }: Payload, by = browser) => {
    expect(errors).toEqual([])
    const { origin, searchParams } = new URL(signInLink ?? '')
    expect(origin).toBe('http://localhost:4000')
    return (await by.visit('/sign-in-link', { t: searchParams.get('t') ?? '' })).headers.get('location')
  }
  const roleOf = async (cookie: string) => {
    const headers = { cookie, 'sec-fetch-site': 'same-origin' }
    return (await ask<{ viewer: { role: string } }>(app, '{ viewer { role } }', {}, headers)).data.viewer.role
  }
  const made = await create('Bea')
  expect(await signIn(made)).toBe('/graphql')
  const cookie = browser.cookies('/graphql')
  expect(await roleOf(cookie)).toBe('STAFF')
  const unused = await link(made.account!.id)
  expect(await roleOf(cookie)).toBe('EVERYONE')
  const last = await link(made.account!.id)
  expect(await signIn(unused, cookieBrowser(app))).toBeNull()
  expect(await signIn(last)).toBe('/graphql')
  const list = await ask(staff, '{ staffAccounts { nodes { name createdOn } } }')
  expect(JSON.stringify(list)).toMatch(/"name":"Bea","createdOn":"\d{4}-\d\d-\d\d"/)
})

test('a removed account is gone, with its links', async () => {
  const { id, t } = await newStaff(database)
  await newStaff(database)
  expect((await remove(id)).account?.id).toBe(id)
  expect(await remove(id)).toMatchObject({
    account: null,
    errors: [{ code: 'UNKNOWN_ACCOUNT', field: 'id' }],
  })
  expect((await cookieBrowser(staff).visit('/sign-in-link', { t })).status).toBe(410)
})

test('the last account stays, also when all are removed at once', async () => {
  await newStaff(database)
  const all = await database.prisma.staffAccount.findMany()
  expect(all.length).toBeGreaterThan(1)
  const answers = await Promise.all(all.map(({ id }) => remove(id)))
  const codes = answers.flatMap(({ errors }) => errors.map(({ code }) => code))
  expect(codes).toEqual(['LAST_ACCOUNT'])
  expect(await database.prisma.staffAccount.count()).toBe(1)
})

test.each(['', 'x'])('there is no account "%s"', async (id) => {
  expect((await link(id)).errors).toMatchObject([{ code: 'UNKNOWN_ACCOUNT', field: 'id' }])
})

test('an account has a name', async () => {
  expect((await create('  ')).errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'name' }])
})

test.each([
  [undefined, 'UNAUTHENTICATED'],
  [{ role: 'PARTNER' }, 'FORBIDDEN'],
  [{ role: 'RESEARCHER' }, 'FORBIDDEN'],
] as const)('%o may neither list accounts nor change them', async (viewer: Viewer | undefined, code) => {
  const { id } = await newStaff(database)
  const app = createApp(database, viewer && { viewer })
  const before = await database.prisma.signInLink.count()
  for (const query of [
    '{ staffAccounts { nodes { id } } }',
    `mutation { createStaffAccount(name: "x") ${payload} }`,
    `mutation { createSignInLink(account: "${id}") ${payload} }`,
    `mutation { removeStaffAccount(id: "${id}") ${payload} }`,
    'mutation { rotateSigningKeys }',
  ]) {
    const { errors } = await ask(app, query)
    expect(errors?.[0]?.extensions.code).toBe(code)
  }
  expect(await database.prisma.signInLink.count()).toBe(before)
})
