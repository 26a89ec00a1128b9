import { html, nothing } from 'lit-html'
import { askFigures } from '../figures/ask-figures.ts'
import { choice } from '../parts/choice.ts'
import { recommendationsSection, saidOf } from '../parts/follow-up.ts'
import { titledFigure } from '../parts/titled-figure.ts'
import { requestOf } from '../survey/glance-plan.ts'
import { askedIn, scaleOf } from '../survey/survey.ts'
import type { LoadView } from './view.ts'

/** A question of a wave by a released breakdown. */
export const loadQuestion: LoadView = async (context) => {
  const { peo, wave, state, texts, go } = context
  const [all, followUp] = await Promise.all([
    askedIn(peo, wave.code, state.language),
    peo.followUp({ wave: wave.code, language: state.language }),
  ])
  const questions = all.map((question) => question.variable)
  const asked = all.find(({ variable }) => variable.code === (state.question ?? firstOf(all)))
  const breakdowns = wave.breakdowns.map(({ variables }) => ({
    code: variables.map(({ code }) => code).join(),
    label: variables.map(({ label }) => label).join(' × '),
  }))
  const by = state.breakdown ?? breakdowns[0]?.code ?? 'none'
  const columns = by === 'none' || by === asked?.variable.code ? [] : by.split(',')
  const code = asked?.variable.code ?? state.question ?? ''
  const request = asked
    ? requestOf(asked, [wave.code], columns, state.language)
    : ({ kind: 'crosstab', waves: [wave.code], rows: code, columns, language: state.language } as const)
  const figures = await askFigures(peo, request, asked ? scaleOf(asked) : [0, 100])
  const label = asked?.variable.label ?? code
  const byLabel = breakdowns.find((one) => one.code === columns.join())?.label
  const title = byLabel === undefined ? label : texts.by(label, byLabel)
  return (width) => html`<h1>${label}</h1>
    <form class="choices" aria-label=${texts.choices} @submit=${(event: Event) => event.preventDefault()}>
      ${choice('question', texts.question, questions, code, (question) => go({ question }))}
      ${choice(
        'breakdown',
        texts.breakdown,
        [{ code: 'none', label: texts.everyone }, ...breakdowns],
        columns.join() || 'none',
        (breakdown) => go({ breakdown }),
      )}
    </form>
    ${asked && asked.wording !== label ? html`<p class="soft">${asked.wording}</p>` : nothing}
    ${asked?.comparabilityNote ? html`<p class="soft">${texts.comparability}: ${asked.comparabilityNote}</p>` : nothing}
    <h2 class="hidden">${texts.figures}</h2>
    <div class="beside">
      ${titledFigure(context, { title, figures, requests: [request] }, width > 900 ? width - 380 : width)}
      <div>${saidOf(followUp, code, texts)} ${recommendationsSection(followUp, texts)}</div>
    </div>`
}

/** The first question that is no background. */
function firstOf(all: Awaited<ReturnType<typeof askedIn>>): string | undefined {
  return (all.find(({ variable }) => !variable.background) ?? all[0])?.variable.code
}
