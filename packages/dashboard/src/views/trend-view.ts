import { html, nothing } from 'lit-html'
import { trendChart } from '../charts/trend-chart.ts'
import { askFigures } from '../figures/ask-figures.ts'
import { choices } from '../parts/choices.ts'
import { figureBlock } from '../parts/figure-block.ts'
import { notHere } from '../parts/not-here.ts'
import { questionChoice } from '../parts/question-choice.ts'
import { questionPage } from '../parts/question-page.ts'
import { requestOf } from '../survey/glance-plan.ts'
import { askedIn, endsOf } from '../survey/survey.ts'
import { trendsOf } from '../survey/trends.ts'
import type { LoadView } from './view.ts'

/** Where a small chart of a trend is at its most useful, of few waves and for each of many; in CSS pixels. */
const widest = { few: 300, each: 75 }

/** A question over the waves that asked it. */
export const loadTrend: LoadView = async (context) => {
  const { peo, waves, state, texts } = context
  const asked = await Promise.all(waves.map(({ code }) => askedIn(peo, code, state.language)))
  const trends = trendsOf(waves, asked)
  const options = trends.map(({ question }) => question.variable)
  const wanted = state.question ?? options[0]?.code
  if (wanted === undefined) return () => html`<h1>${texts.views.trend}</h1><p>${texts.noTrend}</p>`
  const trend = trends.find(({ question }) => question.variable.code === wanted)
  if (trend === undefined) {
    const once = asked.flat().find(({ variable }) => variable.code === wanted)?.variable
    const head = once ?? { code: wanted, label: wanted }
    return () => notHere(context, head, options, once ? texts.noTrendOfIt : texts.neverAsked)
  }
  const { question, apart } = trend
  const { code, label } = question.variable
  const within = trend.waves.map((wave) => wave.code)
  const request = requestOf(question, within, [], state.language)
  const figures = await askFigures(peo, request, endsOf(question))
  const title = texts.overTime(label)
  const drawn = (width: number) => {
    const each = Math.min(width, Math.max(widest.few, widest.each * within.length))
    return html`<div class="multiples">
      ${figures.rows.map(
        (row, at) => html`<div>
          <p class="multiple">${row.label || texts.mean}</p>
          ${trendChart(figures, at, each, texts)}
        </div>`,
      )}
    </div>`
  }
  const left = apart.map(({ title }) => title).join('; ')
  return (width) =>
    questionPage(
      label,
      choices(texts.choices, questionChoice(context, options, code)),
      html`${left === '' ? nothing : html`<p class="soft">${texts.apart(left)}</p>`}
        <h2 class="hidden">${texts.figures}</h2>
        ${figureBlock(context, { title, figures, requests: [request], chart: drawn(width) })}`,
    )
}
