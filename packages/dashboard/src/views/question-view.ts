import { html, nothing } from 'lit-html'
import { isSignedOut } from '../connection.ts'
import { askFigures } from '../figures/ask-figures.ts'
import type { Head } from '../figures/figures.ts'
import { choice } from '../parts/choice.ts'
import { choices } from '../parts/choices.ts'
import { recommendationsSection, saidOf } from '../parts/follow-up.ts'
import { notHere } from '../parts/not-here.ts'
import { incomplete } from '../parts/problem.ts'
import { questionChoice } from '../parts/question-choice.ts'
import { questionPage } from '../parts/question-page.ts'
import { titledFigure, withOnlyAnswer } from '../parts/titled-figure.ts'
import { isReleased, requestOf } from '../survey/glance-plan.ts'
import { askedIn, endsOf, followedFrom } from '../survey/survey.ts'
import type { LoadView, ViewContext } from './view.ts'

/** A question of a wave by a released breakdown. */
export const loadQuestion: LoadView = async (context) => {
  const { peo, wave, state, texts, go } = context
  const [all, [followUp, problem]] = await Promise.all([
    askedIn(peo, wave.code, state.language),
    // The figures are worth a look without what was said of them.
    followedFrom(peo, wave.code, state.language).then(
      (found) => [found, undefined] as const,
      (error: unknown) => [null, error] as const,
    ),
  ])
  if (isSignedOut(problem)) throw problem
  // That of partners is a background that each sees of itself alone.
  const offered = all.filter((question) => !question.variable.background || isReleased(wave, question))
  const questions = offered.map((question) => question.variable)
  const code = state.question ?? firstOf(offered)
  const asked = offered.find(({ variable }) => variable.code === code)
  const breakdowns = wave.breakdowns.map(({ variables }) => ({
    code: variables.map(({ code }) => code).join(),
    label: variables.map(({ label }) => label).join(' × '),
  }))
  const everyone = { code: 'none', label: texts.everyone }
  // Of the whole wave, each question is released by every other.
  const others = all.flatMap(({ variable }) =>
    variable.background ||
    !/^(NOMINAL|ORDINAL|MULTIPLE)$/.test(variable.measurement) ||
    variable.code === code
      ? []
      : [{ code: variable.code, label: variable.label }],
  )
  if (asked === undefined) {
    const head = await headOf(context, code ?? '')
    return () => notHere(context, head, questions, texts.problems.UNKNOWN_VARIABLE)
  }
  const wanted = state.breakdown ?? breakdowns[0]?.code ?? 'none'
  // What a question is broken down by, it is not itself.
  const isItself = asked.variable.background || wanted.split(',').includes(asked.variable.code)
  const by = isItself ? 'none' : wanted
  const offeredBy = asked.variable.background ? [everyone] : [everyone, ...breakdowns, ...others]
  const { label } = asked.variable
  const chosenBy = offeredBy.find((one) => one.code === by) ?? (await headOf(context, by))
  const choose = choices(
    texts.choices,
    questionChoice(context, questions, asked.variable.code),
    choice(
      'breakdown',
      texts.breakdown,
      offeredBy.includes(chosenBy) ? offeredBy : [chosenBy, ...offeredBy],
      by,
      (breakdown) => go({ breakdown }),
    ),
  )
  const page = (content: unknown) => questionPage(label, choose, content)
  if (!offeredBy.includes(chosenBy))
    return () => page(html`<p role="status">${texts.problems.BREAKDOWN_NOT_RELEASED}</p>`)
  const columns = by === 'none' ? [] : by.split(',')
  const request = requestOf(asked, [wave.code], columns, state.language)
  const figures = await askFigures(peo, request, endsOf(asked))
  const told = withOnlyAnswer(label, figures)
  const title = by === 'none' ? label : texts.by(told, chosenBy.label)
  return (width) =>
    page(html`${asked.wording !== label ? html`<p class="soft">${asked.wording}</p>` : nothing}
    ${asked.comparabilityNote ? html`<p class="soft">${texts.comparability}: ${asked.comparabilityNote}</p>` : nothing}
    ${incomplete(problem, texts)}
    <h2 class="hidden">${texts.figures}</h2>
    <div class="beside">
      ${titledFigure(context, { title, figures, requests: [request] }, width > 900 ? width - 380 : width)}
      <div>${saidOf(followUp, asked.variable.code, texts)} ${recommendationsSection(followUp, texts)}</div>
    </div>`)
}

/** What a code stands for that is not among what the wave offers: perhaps another wave did. */
async function headOf({ peo, state }: ViewContext, code: string): Promise<Head> {
  const variables = await peo.variables({ language: state.language })
  return { code, label: variables.find((variable) => variable.code === code)?.label ?? code }
}

/** The first question that is no background. */
function firstOf(all: Awaited<ReturnType<typeof askedIn>>): string | undefined {
  return (all.find(({ variable }) => !variable.background) ?? all[0])?.variable.code
}
