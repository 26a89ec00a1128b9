import { html } from 'lit-html'
import { trendChart } from '../charts/trend-chart.ts'
import { askFigures } from '../figures/ask-figures.ts'
import { choices } from '../parts/choices.ts'
import { figureBlock } from '../parts/figure-block.ts'
import { notHere } from '../parts/not-here.ts'
import { questionChoice } from '../parts/question-choice.ts'
import { isReleased, requestOf } from '../survey/glance-plan.ts'
import { askedIn, endsOf } from '../survey/survey.ts'
import type { LoadView } from './view.ts'

/** Where a small chart of a trend is at its most useful, of few waves and for each of many; in CSS pixels. */
const widest = { few: 300, each: 75 }

/** A question over the waves that asked it. */
export const loadTrend: LoadView = async (context) => {
  const { peo, wave, waves, state, texts } = context
  const asked = await Promise.all(waves.map(({ code }) => askedIn(peo, code, state.language)))
  const repeated = asked
    .flat()
    .filter(
      (question, at, all) =>
        (!question.variable.background || isReleased(wave, question)) &&
        all.findIndex(({ variable }) => variable.code === question.variable.code) < at,
    )
    .sort((one, other) => Number(one.variable.background) - Number(other.variable.background))
  const options = [...new Map(repeated.map(({ variable }) => [variable.code, variable])).values()]
  const wanted = state.question ?? repeated[0]?.variable.code
  if (wanted === undefined) return () => html`<p>${texts.noTrend}</p>`
  const question = repeated.find(({ variable }) => variable.code === wanted)
  if (question === undefined) {
    const once = asked.flat().find(({ variable }) => variable.code === wanted)?.variable
    const head = once ?? { code: wanted, label: wanted }
    const said = once ? texts.noTrendOfIt : texts.problems.UNKNOWN_VARIABLE
    return () => notHere(context, head, options, said)
  }
  const { code, label } = question.variable
  const has = asked.map((questions) => questions.some(({ variable }) => variable.code === code))
  const within = waves.slice(has.indexOf(true), has.lastIndexOf(true) + 1)
  const request = requestOf(
    question,
    within.map((wave) => wave.code),
    [],
    state.language,
  )
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
  return (width) => html`<h1>${label}</h1>
    ${choices(texts.choices, questionChoice(context, options, code))}
    <h2 class="hidden">${texts.figures}</h2>
    ${figureBlock(context, { title, figures, requests: [request], chart: drawn(width) })}`
}
