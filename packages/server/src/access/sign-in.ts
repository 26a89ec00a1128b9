import type { PrismaClient } from '../generated/prisma/client.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'
import type { Asker } from './asker.ts'
import { closeSession, openSession } from './browser-session.ts'
import { type Cookie, readCookie } from './cookies.ts'
import { issuerPage } from './issuer-page.ts'
import { issuerCookies } from './provider-configuration.ts'
import type { RelyingParty, SigningIn } from './relying-party.ts'
import { isSameOrigin } from './same-origin.ts'
import { linkCookie, signInTakes, useSignInLink } from './sign-in-links.ts'

/** A page with its HTTP status. */
export interface Page {
  readonly status: number
  readonly page: string
}

/** What a browser gets: another place to go, or a page. */
export type BrowserAnswer = { readonly location: string; readonly cookies: readonly Cookie[] } | Page

/** What the steps of signing in work with. */
export interface SignInParts {
  readonly prisma: PrismaClient
  /** The origin at which browsers reach the service. */
  readonly url: string
  readonly party: RelyingParty
}

const beganCookie = 'peo-signing-in'
const removed = (name: string): Cookie => ({ name, value: '', maxAge: 0 })
const issuerForgets = [issuerCookies.session, `${issuerCookies.session}.sig`].map((name) => removed(name))

const failed = (status: number, ...why: string[]): Page => ({
  status,
  page: issuerPage('Signing in failed', why),
})

const foreign = failed(
  403,
  'The request did not come from a page of this service. Open the service itself, and try again.',
)

/** Tells the log of a failure that nobody foresaw, and the browser no more than where it is there. */
export function failure(error: unknown): Page {
  const { errorId } = unexpectedFailure(error).extensions
  return failed(500, `The service could not do it just now. Try again later; the log has it as ${errorId}.`)
}

/** Shows a link's button: opening a link changes nothing, as programs that look at links ahead open them too. */
export function showLink(token: string): BrowserAnswer {
  const button = { label: 'Sign in', action: '/sign-in-link', fields: { t: token } }
  return { status: 200, page: issuerPage('Sign in', ['This link works once.'], button) }
}

/** Uses a link up, and goes on to the issuer. */
export async function useLink(
  { prisma, url }: SignInParts,
  asker: Asker,
  token: string,
): Promise<BrowserAnswer> {
  if (!isSameOrigin(asker, url)) return foreign
  if (!(await useSignInLink(prisma, token))) {
    return failed(
      410,
      'This link was used already, or is older than a day. Ask a colleague for a new one, or run npm run sign-in-link on the machine of the service.',
    )
  }
  const kept = { name: linkCookie, value: token, maxAge: signInTakes / 1000 }
  return { location: '/auth/sign-in', cookies: [kept] }
}

/** Sends a browser to the issuer. */
export async function beginSignIn({ party }: SignInParts): Promise<BrowserAnswer> {
  const { location, kept } = await party.begin()
  const value = Buffer.from(JSON.stringify(kept)).toString('base64url')
  const began = { name: beganCookie, value, maxAge: 600 }
  return { location, cookies: [...issuerForgets, began] }
}

/** Takes a browser back from the issuer, signed in. */
export async function finishSignIn(
  { prisma, url, party }: SignInParts,
  asker: Asker,
  search: string,
): Promise<BrowserAnswer> {
  const began = readCookie(asker.headerOf('cookie'), beganCookie, url)
  const account = await Promise.resolve(began ?? '')
    .then((value) => party.finish(search, readKept(value)))
    .catch(() => undefined)
  const session = account && (await openSession(prisma, account))
  if (!session)
    return failed(
      400,
      'The browser did not come back as it left, or took too long. Open your link again, or ask a colleague for a new one.',
    )
  // Who signs in anew in this browser has no use for what signed in before.
  await closeSession(prisma, url, asker)
  const forgets = [...issuerForgets, removed(beganCookie), removed(linkCookie)]
  return { location: '/graphql', cookies: [session, ...forgets] }
}

/** Signs a browser out. */
export async function signOut({ prisma, url }: SignInParts, asker: Asker): Promise<BrowserAnswer> {
  if (!isSameOrigin(asker, url)) return foreign
  return { location: '/graphql', cookies: [await closeSession(prisma, url, asker)] }
}

function readKept(value: string): SigningIn {
  return JSON.parse(Buffer.from(value, 'base64url').toString()) as SigningIn
}
