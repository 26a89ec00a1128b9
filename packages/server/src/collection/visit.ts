import type { PartCookie } from '../access/cookies.ts'
import { newSecret } from '../access/secrets.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import {
  type AnswerForm,
  placeFields,
  readForm,
  readPlace,
  tokenField,
  visitField,
} from '../questionnaire-pages/answer-form.ts'
import type { Filled, FilledIn } from '../questionnaire-pages/filled-in.ts'
import { introductionPage } from '../questionnaire-pages/introduction-page.ts'
import {
  isOfVisit,
  type KeptAnswers,
  keptName,
  readKept,
  writeKept,
} from '../questionnaire-pages/kept-answers.ts'
import { noticePage, noticeStatuses } from '../questionnaire-pages/notice-pages.ts'
import { overviewPage } from '../questionnaire-pages/overview-page.ts'
import { pageLanguages, preferredLanguage } from '../questionnaire-pages/preferred-language.ts'
import { fieldId } from '../questionnaire-pages/question-field.ts'
import { questionPage } from '../questionnaire-pages/question-page.ts'
import { firstPlace, type Outcome, type Shown, showPlace, takeStep } from '../questionnaire-pages/steps.ts'
import type { Language } from '../tables/table-labels.ts'
import { entryPath } from './entry-address.ts'
import { type Entry, type EntryProblem, findEntry } from './find-entry.ts'
import type { AskedQuestionnaire } from './questionnaire.ts'
import { readHeading, readQuestionnaire } from './read-questionnaire.ts'
import { readCode } from './secret-code.ts'
import { isSentForm } from './sent-form.ts'
import { type SubmissionProblem, submitAnswers } from './submit-answers.ts'

/** What a browser asks for a code. */
export interface Visit {
  /** The code or the secret of a link, as it stands in the address. */
  readonly secret: string
  readonly query: URLSearchParams
  /** The form that was sent; undefined where the page is only read. */
  readonly form: URLSearchParams | undefined
  /** The header `Accept-Language`. */
  readonly accepted: string | null
  /** The cookie of the code, see `keptName`. */
  readonly cookie: string | undefined
}

/** What the browser gets: a page, or another to go to. */
export type VisitAnswer = (
  | { readonly status: number; readonly page: string | null }
  | {
      readonly location: string
      /** Whether a form is sent there too; else the browser reads that page. */
      readonly sendsOn?: boolean
    }
) & {
  readonly cookie?: PartCookie
  /** Whether the browser is to forget the pages before this one, which it would show unasked to who goes back. */
  readonly forgets?: boolean
}

/** The pages that thank who answered, behind `entryPath`: in the second, the browser kept no cookie. */
export const sentPath = 'sent'
export const sentWithoutCookies = 'sent-without-cookies'

/** Says in an address that what is wrong on the page is to be told, and that a visit is over. */
const problemsField = 'problems'
const overField = 'over'

/** For how long, in seconds, a browser keeps what was filled in: shorter where others come by the same address. */
const keptFor: Readonly<Record<Entry['kind'], number>> = { INVITATION: 7 * 24 * 3600, LINK: 3600 }

/** Who visits, what they are asked, and what their browser kept; nothing where it keeps no cookie. */
interface Visited extends Visit {
  readonly prisma: PrismaClient
  readonly kind: Entry['kind']
  readonly questionnaire: AskedQuestionnaire
  readonly kept: KeptAnswers | undefined
  readonly language: Language
}

/** Answers a browser that reads or sends a page of a questionnaire. Nothing is stored before all is sent. */
export async function answerVisit(prisma: PrismaClient, visit: Visit): Promise<VisitAnswer> {
  const { secret, form, query, accepted, cookie } = visit
  const code = readCode(secret)
  // Its cookie has one path.
  if (code !== undefined && code !== secret) return { location: addressOf(code, query), sendsOn: true }
  const entry = await findEntry(prisma, secret)
  if ('problem' in entry)
    return form !== undefined && (await isSentForm(prisma, form.get(tokenField)))
      ? goToSent(secret, form.get('lang'), form.get(visitField))
      : tellProblem(prisma, visit, entry)
  const questionnaire = await readQuestionnaire(prisma, entry.waveId, entry.organisation)
  if (questionnaire === undefined) return tellProblem(prisma, visit, { problem: 'UNKNOWN' })
  const kept = readKept(cookie)
  const chosen = form?.get('lang') ?? query.get('lang') ?? kept?.language
  const language = preferredLanguage(chosen, accepted, questionnaire.languages)
  const visited = { ...visit, prisma, kind: entry.kind, questionnaire, kept, language }
  return form === undefined ? readPage(visited) : sendForm(visited, form)
}

async function tellProblem(
  prisma: PrismaClient,
  { secret, query, form, accepted }: Visit,
  { problem, waveCode }: EntryProblem,
): Promise<VisitAnswer> {
  const heading = waveCode === undefined ? undefined : await readHeading(prisma, { code: waveCode })
  const languages = heading?.languages ?? pageLanguages
  const language = preferredLanguage(form?.get('lang') ?? query.get('lang'), accepted, languages)
  const page = noticePage(problem, { language, languages }, { heading, forgets: true })
  return {
    status: noticeStatuses[problem],
    page,
    forgets: true,
    ...(readCode(secret) && { cookie: removed(secret) }),
  }
}

function readPage(visited: Visited): VisitAnswer {
  const { query, questionnaire, kept, kind, language } = visited
  const { languages } = questionnaire
  const place = readPlace(query)
  // Without what was filled in before, a later page would lose it.
  if (place !== undefined && (kept !== undefined || place.page === 1))
    return pageOf(
      visited,
      showPlace(questionnaire, place, kept?.filled ?? new Map(), query.has(problemsField)),
    )
  const seen = { wasHere: hasAnswers(kept), isOver: query.has(overField), isShared: kind === 'LINK' }
  return { status: 200, page: introductionPage(questionnaire, { language, languages, ...seen }) }
}

const hasAnswers = (kept: KeptAnswers | undefined) => kept !== undefined && kept.filled.size > 0

async function sendForm(visited: Visited, form: URLSearchParams): Promise<VisitAnswer> {
  const { prisma, secret, questionnaire, kept, language } = visited
  const { place, filled, button, token, visit } = readForm(questionnaire, form)
  const { languages } = questionnaire
  const lang = ['lang', language] as const
  // Who came from another site read the introduction without the cookie: what it holds may be somebody else's.
  if (button === 'begin' && hasAnswers(kept))
    return { location: addressOf(secret, new URLSearchParams([[...lang]])) }
  if (button === 'goOn' && kept !== undefined)
    return show(visited, showPlace(questionnaire, kept.place, kept.filled))
  if (button === 'begin' || button === 'goOn' || button === 'again') return begin(visited)
  if (!isOfVisit(form, kept)) {
    if (button === 'send' && (await isSentForm(prisma, token)))
      return { location: sentAddress(language, visit) }
    return { location: addressOf(secret, new URLSearchParams([[...lang], [overField, '1']])) }
  }
  if (button === 'erase') {
    const notice = kept === undefined ? 'STOPPED' : 'ERASED'
    const page = noticePage(notice, { language, languages }, { heading: questionnaire, forgets: true })
    return { status: noticeStatuses[notice], page, cookie: removed(secret), forgets: true }
  }
  const other = languages.find((one) => button === `lang-${one}`)
  const outcome = takeStep(questionnaire, place, filled, button)
  return outcome.kind === 'SEND'
    ? send(visited, { filled, token }, outcome)
    : show({ ...visited, language: other ?? language }, outcome)
}

/** Begins a visit, of which forms sent before it are not. */
function begin({ secret, kind, questionnaire, language }: Visited): VisitAnswer {
  const kept = { visit: newSecret(), language, place: firstPlace, filled: new Map() }
  const { value } = writeKept(kept, questionnaire.questions)
  const fields = new URLSearchParams([...placeFields(firstPlace), ['lang', language]])
  return { location: addressOf(secret, fields), cookie: keptCookie(secret, value, keptFor[kind]) }
}

async function send(
  visited: Visited,
  { filled, token }: Pick<AnswerForm, 'filled' | 'token'>,
  { answers }: Extract<Outcome, { kind: 'SEND' }>,
): Promise<VisitAnswer> {
  const { prisma, secret, questionnaire, kept, language } = visited
  const result = await submitAnswers(prisma, secret, answers, token)
  if ('stored' in result) return goToSent(secret, language, kept?.visit)
  if (result.problem !== 'WRONG_ANSWERS') return tellProblem(prisma, visited, result)
  const shown = notStored(questionnaire, filled, result)
  return { ...pageOf(visited, shown), ...keep(visited, shown) }
}

function goToSent(secret: string, lang: string | null, visit: string | null | undefined): VisitAnswer {
  return { location: sentAddress(lang, visit), cookie: removed(secret) }
}

function sentAddress(lang: string | null, visit: string | null | undefined): string {
  const page = visit == null ? sentWithoutCookies : sentPath
  return `${entryPath}/${page}?${new URLSearchParams({ lang: lang ?? '' })}`
}

/** Shows the first answer that could not be stored. */
function notStored(questionnaire: AskedQuestionnaire, filled: Filled, { answers }: SubmissionProblem): Shown {
  const wrong = new Map(answers.map(({ variable }) => [variable, 'NOT_STORED'] as const))
  const first = takeStep(questionnaire, firstPlace, filled, `change-${[...wrong.keys()][0]}`) as Shown
  const filledIn: FilledIn = { ...first.filledIn, problems: wrong }
  return { ...first, filledIn, tellProblems: true }
}

/**
 * Shows where somebody is. Where the browser keeps all that was filled in, by an address of its own, so that it can go
 * back; else in answer to the form, which has all of it.
 */
function show(visited: Visited, shown: Shown): VisitAnswer {
  const { language, secret } = visited
  const { place, tellProblems } = shown
  const kept = keep(visited, shown)
  if (!kept?.whole) return { ...pageOf(visited, shown), ...kept }
  const told = tellProblems ? [[problemsField, '1']] : []
  const fields = new URLSearchParams([...placeFields(place), ['lang', language], ...told])
  const at = place.at === undefined ? '' : `#${fieldId(place.at)}`
  return { location: `${addressOf(secret, fields)}${at}`, cookie: kept.cookie }
}

/** The cookie of what is shown, and whether all is in it; undefined where the browser keeps none. */
function keep({ questionnaire, kind, language, secret, kept }: Visited, { place, filledIn }: Shown) {
  if (kept === undefined) return undefined
  const now = { visit: kept.visit, language, place, filled: filledIn.filled }
  const { value, whole } = writeKept(now, questionnaire.questions)
  return { cookie: keptCookie(secret, value, keptFor[kind]), whole }
}

function pageOf({ questionnaire, kept, language }: Visited, shown: Shown) {
  const visited = { language, languages: questionnaire.languages, visit: kept?.visit }
  const page =
    shown.place.page === 'check'
      ? overviewPage(questionnaire, shown, visited, newSecret())
      : questionPage(questionnaire, shown, visited)
  return { status: shown.tellProblems ? 422 : 200, page }
}

/** Where the page of a code is. */
export function addressOf(code: string, query = new URLSearchParams()): string {
  return `${entryPath}/${code}${query.size > 0 ? `?${query}` : ''}`
}

const keptCookie = (code: string, value: string, maxAge: number): PartCookie => ({
  ...{ name: keptName, path: addressOf(code), value, maxAge },
})

const removed = (code: string) => keptCookie(code, '', 0)
