import { beforeAll, expect, test } from 'vitest'
import { type CookieBrowser, cookieBrowser } from '../access/testing/cookie-browser.ts'
import { newStaff } from '../access/testing/new-staff.ts'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Payload {
  readonly account: { readonly id: string; readonly name: string } | null
  readonly signInLink: string | null
  readonly errors: readonly { readonly code: string }[]
}

let database: Database
let staff: App
let app: App
beforeAll(async () => {
  database = await testDatabase('empty')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
  app = createApp(database)
})

async function change(mutation: string): Promise<Payload> {
  const { data } = await ask<{ change: Payload }>(
    staff,
    `mutation { change: ${mutation} { account { id name } signInLink errors { code } } }`,
  )
  return data.change
}

async function signIn(link: string | null): Promise<CookieBrowser> {
  const browser = cookieBrowser(app)
  await browser.visit('/sign-in-link', { t: new URL(link ?? '').searchParams.get('t') ?? '' })
  return browser
}

const asOf = (browser: CookieBrowser) => ({
  cookie: browser.cookies('/graphql'),
  'sec-fetch-site': 'same-origin',
})
const viewerOf = async (browser: CookieBrowser) =>
  (await ask<{ viewer: object }>(app, '{ viewer { role name } }', {}, asOf(browser))).data.viewer

test('a professional signs in with the link that staff hand over, and takes part, as no staff', async () => {
  const made = await change('createProfessionalAccount(name: "Pia")')
  const again = () => change(`createProfessionalSignInLink(account: "${made.account?.id}")`)
  for (const link of [async () => made, again]) {
    const { signInLink } = await link()
    const browser = await signIn(signInLink)
    expect(await viewerOf(browser)).toEqual({ role: 'PROFESSIONAL', name: 'Pia' })
    const create =
      'mutation { createProposal(input: { kind: THEME, text: "x" }) { proposal { isMine } errors { code } } }'
    expect(await ask(app, create, {}, asOf(browser))).toEqual({
      data: { createProposal: { proposal: { isMine: true }, errors: [] } },
    })
    for (const document of [
      '{ staffAccounts(first: 1) { nodes { id } } }',
      'mutation { createStaffAccount(name: "x") { signInLink } }',
    ]) {
      expect((await ask(app, document, {}, asOf(browser))).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
    // A page of another site sends the cookie too.
    const foreign = { ...asOf(browser), 'sec-fetch-site': 'cross-site' }
    expect((await ask(app, '{ proposals(first: 1) { nodes { id } } }', {}, foreign)).errors).toHaveLength(1)
  }
})

test('removed, the account is signed out at once', async () => {
  const { account, signInLink } = await change('createProfessionalAccount(name: "Pia")')
  const browser = await signIn(signInLink)
  expect((await change(`removeProfessionalAccount(id: "${account?.id}")`)).errors).toEqual([])
  expect(await viewerOf(browser)).toEqual({ role: 'EVERYONE', name: null })
  expect((await change(`removeProfessionalAccount(id: "${account?.id}")`)).errors).toMatchObject([
    { code: 'UNKNOWN_ACCOUNT' },
  ])
})

test('accounts of one kind are not changed as of the other, nor do professionals keep staff from being the last', async () => {
  const { account } = await change('createProfessionalAccount(name: "Tom")')
  const anna = await newStaff(database)
  for (const mutation of [
    `createSignInLink(account: "${account?.id}")`,
    `removeStaffAccount(id: "${account?.id}")`,
    `createProfessionalSignInLink(account: "${anna.id}")`,
    `removeProfessionalAccount(id: "${anna.id}")`,
  ]) {
    expect((await change(mutation)).errors).toMatchObject([{ code: 'UNKNOWN_ACCOUNT' }])
  }
  expect((await change(`removeStaffAccount(id: "${anna.id}")`)).errors).toMatchObject([
    { code: 'LAST_ACCOUNT' },
  ])
  const { data } = await ask(
    staff,
    '{ staffAccounts(first: 9) { nodes { name } } professionalAccounts(first: 9) { nodes { name } } }',
  )
  expect(data).toEqual({
    staffAccounts: { nodes: [{ name: 'Anna' }] },
    professionalAccounts: { nodes: [{ name: 'Pia' }, { name: 'Tom' }] },
  })
})
