import { html, type TemplateResult } from 'lit-html'
import { askFigures } from '../figures/ask-figures.ts'
import { type Figures, joined } from '../figures/figures.ts'
import type { TableRequest } from '../figures/table-request.ts'
import { choices } from '../parts/choices.ts'
import { notHere } from '../parts/not-here.ts'
import { questionChoice } from '../parts/question-choice.ts'
import { questionPage } from '../parts/question-page.ts'
import { titledFigure, withOnlyAnswer } from '../parts/titled-figure.ts'
import { requestOf } from '../survey/glance-plan.ts'
import { askedIn, endsOf, type Question } from '../survey/survey.ts'
import type { LoadView, ViewContext } from './view.ts'

/** The own organisation of a partner beside all others and the whole region. */
export const loadOwn: LoadView = async (context) => {
  const { peo, wave, viewer, state, texts } = context
  const says = (text: string) => () => html`<h1>${texts.views.own}</h1><p>${text}</p>`
  if (!viewer?.organisation) return says(texts.noOrganisation)
  const all = await askedIn(peo, wave.code, state.language)
  const questions = all.filter(({ variable }) => !variable.background)
  const options = questions.map(({ variable }) => variable)
  const wanted = all.find(({ variable }) => variable.code === state.question)
  if (state.question !== undefined && wanted === undefined) {
    const head = { code: state.question, label: state.question }
    return () => notHere(context, head, options, texts.problems.UNKNOWN_VARIABLE)
  }
  const question = wanted && !wanted.variable.background ? wanted : questions[0]
  const by = boundaryOf(context, all)
  if (question === undefined || by === undefined) return says(texts.noOwn)
  const requests = [[by], []].map((columns) => requestOf(question, [wave.code], columns, state.language))
  const figures = await askBeside(context, question, requests)
  const { code, label } = question.variable
  const block = { title: texts.ownTitle(withOnlyAnswer(label, figures)), figures, requests }
  const choose = choices(texts.choices, questionChoice(context, options, code))
  return (width): TemplateResult =>
    questionPage(
      label,
      choose,
      html`<h2 class="hidden">${texts.figures}</h2>
        ${titledFigure(context, block, Math.min(width, 760))}`,
    )
}

/** Of the released background variables, the one of which this partner sees its own category. */
function boundaryOf({ wave, viewer }: ViewContext, all: readonly Question[]): string | undefined {
  const single = wave.breakdowns.filter(({ variables }) => variables.length === 1)
  return single
    .map(({ variables }) => variables[0]!.code)
    .find((code) =>
      all.some(
        ({ variable, categories }) =>
          variable.code === code && categories.some((category) => category.code === viewer?.organisation),
      ),
    )
}

async function askBeside(
  { peo, texts }: ViewContext,
  question: Question,
  requests: readonly TableRequest[],
): Promise<Figures> {
  const [groups, region] = await Promise.all(
    requests.map((request) => askFigures(peo, request, endsOf(question))),
  )
  return joined(groups!, { ...region!, columns: [{ code: 'region', label: texts.region }] })
}
