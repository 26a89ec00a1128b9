import { html } from 'lit-html'
import { isSignedOut } from '../connection.ts'
import { askFigures } from '../figures/ask-figures.ts'
import { askNetMeans } from '../figures/ask-net-means.ts'
import { byLargest } from '../figures/by-largest.ts'
import { besideEachOther, type Figures, onlyRows } from '../figures/figures.ts'
import type { TableRequest } from '../figures/table-request.ts'
import {
  findingsSection,
  meetingsSection,
  publicationsSection,
  recommendationsSection,
} from '../parts/follow-up.ts'
import { headlineFigures } from '../parts/headline-figures.ts'
import { incomplete } from '../parts/problem.ts'
import { relationsSection, type ShownSpread } from '../parts/relations.ts'
import { titledFigure } from '../parts/titled-figure.ts'
import { whoAnswered } from '../parts/who-answered.ts'
import { type GlanceChart, type Headline, planGlance, type Spread } from '../survey/glance-plan.ts'
import { askedIn, endsOf, followedFrom, type Question } from '../survey/survey.ts'
import { dayText } from '../texts/number-text.ts'
import type { Draw, LoadView, ViewContext } from './view.ts'

/** Charts that stand beside the key figures before anybody scrolls. */
const atOnce = 2

/** A wave at a glance: its key figures, a chart of each question, and what was made of it. */
export const loadGlance: LoadView = async (context) => {
  const { peo, wave, state, showFirst } = context
  const questions = await askedIn(peo, wave.code, state.language)
  const plan = planGlance(wave, questions, state.language)
  const ask = askOnce(context)
  const problems: unknown[] = []
  // What could not be fetched is left out, and said at the end: the rest is worth a look.
  const found = async <Part>(parts: readonly Promise<Part>[]): Promise<Part[]> => {
    const all = await Promise.allSettled(parts)
    problems.push(...all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])))
    return all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  }
  const figuresOf = <Asked extends Headline>(asked: readonly Asked[]) =>
    found(asked.map(async (one) => ({ ...one, figures: await ask(one.question, one.request) })))
  const chartsOf = (charts: readonly GlanceChart[]) =>
    found(charts.map((chart) => chartOf(chart, ask, context)))
  const [headlines, first] = await Promise.all([
    figuresOf(plan.headlines),
    chartsOf(plan.charts.slice(0, atOnce)),
  ])
  showFirst(drawnAs(context, headlines, first))
  const [rest, backgrounds, relations, spreads, [followUp = null]] = await Promise.all([
    chartsOf(plan.charts.slice(atOnce)),
    figuresOf(plan.backgrounds),
    figuresOf(plan.relations),
    found(plan.spreads.map((spread) => spreadOf(spread, context))),
    found([followedFrom(peo, wave.code, state.language)]),
  ])
  const charts = [...first, ...rest]
  if (charts.length === 0 || problems.some(isSignedOut)) throw problems[0]
  const { texts } = context
  const lines = [relationsSection(relations, spreads, texts), whoAnswered(backgrounds, texts)]
  const said = sections.map((section) => section(followUp, texts))
  return drawnAs(context, headlines, charts, { lines, said, problem: problems[0] })
}

/** What the working group makes of it. */
const sections = [findingsSection, recommendationsSection, meetingsSection, publicationsSection]

/** What comes after what is seen first. */
interface Rest {
  readonly lines?: readonly unknown[]
  readonly said?: readonly unknown[]
  readonly problem?: unknown
}

function drawnAs(
  { wave, texts }: ViewContext,
  headlines: Parameters<typeof headlineFigures>[0],
  charts: readonly Draw[],
  { lines = [], said = [], problem }: Rest = {},
): Draw {
  const from = wave.fieldworkFrom && dayText(wave.fieldworkFrom, texts)
  const to = wave.fieldworkTo && dayText(wave.fieldworkTo, texts)
  return (width) => html`<div class="glance">
    <h1>${wave.title}</h1>
    <p class="soft">
      ${wave.release ? texts.respondents(String(wave.release.respondents)) : ''}.
      ${from && to ? texts.fieldwork(from, to) : ''}
    </p>
    ${incomplete(problem, texts)}
    ${headlineFigures(headlines, texts)}
    <h2>${texts.figures}</h2>
    <div class="figures">
      ${charts.map((chart) => chart(width > 760 ? (width - 32) / 2 : width))} ${lines}
    </div>
    ${said}
  </div>`
}

type Ask = (question: Question, request: TableRequest) => Promise<Figures>

/** Asks for a table that is shown twice but once. */
function askOnce({ peo }: ViewContext): Ask {
  const asked = new Map<string, Promise<Figures>>()
  return (question, request) => {
    const key = JSON.stringify(request)
    const known = asked.get(key) ?? askFigures(peo, request, endsOf(question))
    asked.set(key, known)
    return known
  }
}

async function spreadOf({ question, by }: Spread, { peo, wave }: ViewContext): Promise<ShownSpread> {
  const codes = by.map(({ variable }) => variable.code)
  return { question, by, means: await askNetMeans(peo, wave.code, question.variable.code, codes) }
}

async function chartOf(chart: GlanceChart, ask: Ask, context: ViewContext): Promise<Draw> {
  const { texts } = context
  if (chart.kind === 'net') {
    const parts = await Promise.all(
      chart.questions.map(async ({ question, request }) => ({
        head: { code: question.variable.code, label: question.variable.label },
        figures: onlyRows(await ask(question, request), [`net:${chart.net.code}`]),
      })),
    )
    const title = texts.shareByQuestion(chart.net.label)
    const requests = chart.questions.map(({ request }) => request)
    return (width) => titledFigure(context, { title, figures: besideEachOther(parts), requests }, width)
  }
  const { question, request } = chart
  const figures = await ask(question, request)
  const [by] = request.kind === 'means' ? request.by : []
  const byLabel = context.wave.breakdowns
    .flatMap(({ variables }) => variables)
    .find(({ code }) => code === by)?.label
  const { label } = question.variable
  const title = byLabel === undefined ? label : texts.meanBy(label, byLabel)
  const shown = shownOf(question, figures)
  return (width) => titledFigure(context, { title, figures, shown, requests: [request] }, width)
}

/** Of a question with nets those alone, of several answers the most given first, of others all. */
function shownOf({ nets, variable }: Question, figures: Figures): Figures {
  if (variable.measurement === 'MULTIPLE') return byLargest(figures)
  if (nets.length === 0) return figures
  return onlyRows(
    figures,
    nets.map(({ code }) => `net:${code}`),
  )
}
