import type { AskedQuestion, AskedQuestionnaire } from '../collection/questionnaire.ts'
import { type Answers, wasAsked } from '../import/answers.ts'
import { dividePages } from './divide.ts'
import { type Filled, type FilledIn, readFilled } from './filled-in.ts'

/** Where somebody is in a questionnaire. */
export interface Place {
  /** A page of questions, counted from 1, or the overview of all answers. */
  readonly page: number | 'check'
  /** Whether they came from the overview to change something, and go back there. */
  readonly changing: boolean
  /** The variables of follow-up questions that they had skipped when they came: these are not asked again. */
  readonly skipped?: readonly string[]
  /** The variable whose question is to be changed. */
  readonly at?: string
}

/** What somebody sees next. */
export interface Shown {
  readonly kind: 'SHOW'
  readonly place: Place
  readonly filledIn: FilledIn
  /** Whether what is wrong on the page is told. */
  readonly tellProblems: boolean
}

/** What follows from pressing a button. */
export type Outcome = Shown | { readonly kind: 'SEND'; readonly answers: Answers }

/** The place where somebody begins. */
export const firstPlace: Place = { page: 1, changing: false }

/**
 * Shows a place, or the nearest after it where something is asked.
 *
 * @param tells whether to tell what is wrong there
 */
export function showPlace(
  questionnaire: AskedQuestionnaire,
  place: Place,
  filled: Filled,
  tells = false,
): Shown {
  const filledIn = readFilled(questionnaire, filled)
  const pages = dividePages(questionnaire.questions)
  const page = place.page === 'check' ? place.page : pageFrom(pages, filledIn, place.page)
  const tellProblems = tells && page !== 'check' && hasProblems(pages[page - 1]!, filledIn)
  return { kind: 'SHOW', place: { ...place, page }, filledIn, tellProblems }
}

const hasProblems = (page: readonly AskedQuestion[], { problems }: FilledIn) =>
  page.some(({ code }) => problems.has(code))

/**
 * Follows a button that was pressed at a place: `next`, `back`, `send`, or `change-` with a variable. Any other shows
 * the place again.
 */
export function takeStep(
  questionnaire: AskedQuestionnaire,
  { page, changing, skipped = [] }: Place,
  filled: Filled,
  button: string,
): Outcome {
  const pages = dividePages(questionnaire.questions)
  const filledIn = readFilled(questionnaire, filled)
  const show = (place: Place, tellProblems = false): Shown => ({
    kind: 'SHOW',
    place,
    filledIn,
    tellProblems,
  })
  const followUps = questionnaire.questions.filter((one) => isSkipped(one, filledIn)).map(({ code }) => code)
  const overview: Place = { page: 'check', changing: false }
  const changed = button.startsWith('change-') ? button.slice('change-'.length) : undefined
  if (changed !== undefined && filledIn.asked.has(changed))
    return show({ page: pageOf(pages, changed), changing: true, at: changed, skipped: followUps })
  if (button === 'send') {
    const [wrong] = filledIn.problems.keys()
    if (wrong === undefined) return { kind: 'SEND', answers: filledIn.answers }
    return show({ page: pageOf(pages, wrong), changing: true, skipped: followUps }, true)
  }
  if (button === 'back') {
    if (changing) return show(overview)
    return show({ page: pageBefore(pages, filledIn, page), changing })
  }
  if (button !== 'next' || page === 'check')
    return showPlace(questionnaire, { page, changing, skipped }, filled)
  if (hasProblems(pages[page - 1] ?? [], filledIn)) return show({ page, changing, skipped }, true)
  if (!changing) return show({ page: pageFrom(pages, filledIn, page + 1), changing })
  const isOpened = (one: AskedQuestion) => isSkipped(one, filledIn) && !skipped.includes(one.code)
  const opened = pages.findIndex((later, place) => place >= page && later.some(isOpened))
  return show(opened === -1 ? overview : { page: opened + 1, changing, skipped })
}

/** Whether a question is asked because of another answer, and was not answered. */
const isSkipped = ({ code, askedIf }: AskedQuestion, { asked, filled }: FilledIn) =>
  askedIf !== undefined && asked.has(code) && !filled.has(code)

const isAsked = (page: readonly AskedQuestion[], { asked }: FilledIn) =>
  page.some(({ code }) => asked.has(code))

const pageOf = (pages: readonly (readonly AskedQuestion[])[], variable: string) =>
  pages.findIndex((page) => page.some(({ code }) => code === variable)) + 1

function pageFrom(
  pages: readonly (readonly AskedQuestion[])[],
  filledIn: FilledIn,
  from: number,
): Place['page'] {
  const found = pages.findIndex((page, place) => place >= from - 1 && isAsked(page, filledIn))
  return found === -1 ? 'check' : found + 1
}

function pageBefore(
  pages: readonly (readonly AskedQuestion[])[],
  filledIn: FilledIn,
  page: Place['page'],
): Place['page'] {
  const before = pages.slice(0, page === 'check' ? pages.length : page - 1)
  const found = before.findLastIndex((questions) => isAsked(questions, filledIn))
  return found === -1 ? pageFrom(pages, filledIn, 1) : found + 1
}

/**
 * How far somebody is: the which page this is, of how many. Pages that may still be asked after answers to come
 * are counted, so that the number goes down, never up.
 */
export function progressOf(
  { questions }: AskedQuestionnaire,
  page: number,
  { answers }: FilledIn,
): { readonly step: number; readonly of: number } {
  const pages = dividePages(questions)
  const toCome = new Set(pages.slice(page - 1).flatMap((later) => later.map(({ code }) => code)))
  const may = ({ askedIf }: AskedQuestion) =>
    (askedIf !== undefined && toCome.has(askedIf.variable)) || wasAsked(askedIf, answers)
  const counted = pages.map((one) => one.some(may))
  return {
    step: counted.slice(0, page).filter(Boolean).length,
    of: counted.filter(Boolean).length,
  }
}
