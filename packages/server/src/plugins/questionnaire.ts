import type { Plugin } from 'graphql-yoga'
import { callerAddress } from '../access/caller-address.ts'
import { partCookieName, readCookie, writePartCookie } from '../access/cookies.ts'
import type { Rates } from '../access/rates.ts'
import { isSameOrigin } from '../access/same-origin.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import { refusalNotes } from '../audit/refusal-notes.ts'
import { nobody } from '../audit/who.ts'
import { entryPath } from '../collection/entry-address.ts'
import { findEntry } from '../collection/find-entry.ts'
import { readCode } from '../collection/secret-code.ts'
import {
  addressOf,
  answerVisit,
  sentPath,
  sentWithoutCookies,
  type Visit,
  type VisitAnswer,
} from '../collection/visit.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { sentAgain } from '../questionnaire-pages/answer-form.ts'
import { mostCharacters } from '../questionnaire-pages/filled-in.ts'
import { isOfVisit, keptName, readKept } from '../questionnaire-pages/kept-answers.ts'
import { codePage, noticePage, noticeStatuses, sentPage } from '../questionnaire-pages/notice-pages.ts'
import { pageLanguages, preferredLanguage } from '../questionnaire-pages/preferred-language.ts'
import { forgettingPolicy, pagePolicy } from '../questionnaire-pages/style.ts'
import type { Notice } from '../questionnaire-pages/texts-nl.ts'
import { askerOf } from './identity.ts'
import { readLimited } from './read-body.ts'
import { unexpectedFailure } from './unexpected-failure.ts'

const route = new RegExp(`^${entryPath}(?:/([^/]*))?/?$`)

/**
 * Bytes of a form at most: so many answers in words, each as long as it may be and of characters that a form writes with
 * nine bytes, and everything else.
 */
const mostFormBytes = 60 * mostCharacters * 9 + 2 ** 17

const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': pagePolicy,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** What the pages are served with. */
interface QuestionnaireParts {
  readonly prisma: PrismaClient
  /** The origin at which browsers reach the service. */
  readonly url: string
}

/** Serves the pages on which professionals answer a wave: `/answer`, and `/answer/<code>`. Nothing of them is logged. */
export function useQuestionnaire(
  { prisma, url }: QuestionnaireParts,
  { visit }: Pick<Rates, 'visit'>,
  trustedProxies: number,
  { record }: Pick<AuditLog, 'record'>,
): Plugin {
  return {
    async onRequest({
      request,
      url: { pathname, search, searchParams: query },
      serverContext,
      fetchAPI,
      endResponse,
    }) {
      const path = route.exec(pathname)
      if (path === null) return
      const { method } = request
      const respond = (answer: VisitAnswer, more: Readonly<Record<string, string>> = {}) => {
        const headers = new fetchAPI.Headers({ ...pageHeaders, ...more })
        if (answer.cookie) headers.append('set-cookie', writePartCookie(answer.cookie, url))
        if (answer.forgets) {
          headers.set('content-security-policy', forgettingPolicy)
          headers.set('clear-site-data', '"cache"')
        }
        if ('location' in answer) headers.set('location', answer.location)
        const { status, page } =
          'location' in answer ? { status: answer.sendsOn ? 308 : 303, page: null } : answer
        endResponse(new fetchAPI.Response(method === 'HEAD' ? null : page, { status, headers }))
      }
      if (method !== 'GET' && method !== 'HEAD' && method !== 'POST')
        return respond({ status: 405, page: '' }, { allow: 'GET, HEAD, POST' })
      // As some write an address; the cookie has one path.
      if (pathname.endsWith('/'))
        return respond({ location: `${pathname.replace(/\/+$/, '')}${search}`, sendsOn: true })
      const asker = askerOf(request.headers, serverContext)
      // Who went away before the end hears nothing.
      const form = method === 'POST' ? await readForm(request).catch(() => null) : undefined
      if (form === null) return respond({ status: 400, page: '' })
      const accepted = asker.headerOf('accept-language')
      const cookie = readCookie(asker.headerOf('cookie'), keptName, url, partCookieName)
      const tell = (notice: Notice, more: Readonly<Record<string, string>> = {}) => {
        const sent = form instanceof URLSearchParams ? form : undefined
        const language = preferredLanguage(sent?.get('lang') ?? query.get('lang'), accepted, pageLanguages)
        // A form without a place holds no answers.
        const isOwn = sent !== undefined && (!sent.has('page') || isOfVisit(sent, readKept(cookie)))
        const isAgain = isOwn && (notice === 'AWAY' || notice === 'BUSY')
        const again = isAgain && { fields: sentAgain(sent), button: sent.get('go') ?? 'next' }
        const page = noticePage(notice, { language, languages: pageLanguages }, again ? { again } : {})
        respond({ status: noticeStatuses[notice], page }, more)
      }
      const refused = visit(callerAddress(asker, trustedProxies))
      if (refused !== undefined) {
        record(nobody, refusalNotes(refused.code, entryPath, 'http'))
        return tell('BUSY', { 'retry-after': String(refused.details.retryAfter) })
      }
      if (form !== undefined && isForeign(asker, url)) return tell('FOREIGN')
      if (typeof form === 'string') return tell(form)
      const asked = { secret: decoded(path[1] ?? ''), query, form, accepted, cookie }
      try {
        respond(await answerPath(prisma, asked))
      } catch (error) {
        unexpectedFailure(withoutMessage(error))
        tell('AWAY', { 'retry-after': '30' })
      }
    },
  }
}

async function answerPath(prisma: PrismaClient, visit: Visit): Promise<VisitAnswer> {
  if (visit.secret === '') return askCode(prisma, visit)
  if (visit.secret === 'forget') return { status: 204, page: null, forgets: true }
  if (visit.secret !== sentPath && visit.secret !== sentWithoutCookies) return answerVisit(prisma, visit)
  const language = preferredLanguage(visit.query.get('lang'), visit.accepted, pageLanguages)
  const page = sentPage({ language, languages: pageLanguages }, visit.secret === sentPath)
  return { status: 200, page, forgets: true }
}

/** Asks for a code, and sends who typed one that there is to its page. */
async function askCode(prisma: PrismaClient, { query, form, accepted }: Visit): Promise<VisitAnswer> {
  const chosen = form?.get('lang') ?? query.get('lang')
  const language = preferredLanguage(chosen, accepted, pageLanguages)
  const pageLanguage = { language, languages: pageLanguages }
  if (form === undefined) return { status: 200, page: codePage(pageLanguage) }
  const given = form.get('code')?.trim() ?? ''
  const entry = await findEntry(prisma, given)
  if (!('problem' in entry) || entry.problem !== 'UNKNOWN')
    return { location: addressOf(readCode(given)!, new URLSearchParams(chosen ? { lang: language } : {})) }
  return { status: noticeStatuses.UNKNOWN, page: codePage(pageLanguage, { given: given.slice(0, 100) }) }
}

async function readForm(request: Request): Promise<URLSearchParams | 'TOO_LONG' | 'NO_FORM'> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return 'NO_FORM'
  const body = await readLimited(request, mostFormBytes)
  return body === undefined ? 'TOO_LONG' : new URLSearchParams(body.toString())
}

/**
 * Whether a page of another site sent a form. Browsers that do not say `Sec-Fetch-Site` (Safari before 16.4) say the origin
 * `null` here, as the page sends no referrer; they send no `SameSite=Strict` cookie from elsewhere either.
 */
function isForeign(asker: Parameters<typeof isSameOrigin>[0], url: string): boolean {
  const saysNothing = asker.headerOf('sec-fetch-site') === null && asker.headerOf('origin') === 'null'
  return !saysNothing && !isSameOrigin(asker, url)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** What failed, without the message, which may hold what somebody answered or their code. */
function withoutMessage(error: unknown): Error {
  const { name, stack = '' } = error instanceof Error ? error : new Error()
  const { code } = error as { readonly code?: unknown }
  const told = new Error(
    `A questionnaire could not be served: ${name}${typeof code === 'string' ? ` ${code}` : ''}.`,
  )
  const frames = stack.split('\n').filter((line) => /^ +at /.test(line))
  told.stack = [told.message, ...frames].join('\n')
  return told
}
