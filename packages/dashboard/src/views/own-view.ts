import { html, type TemplateResult } from 'lit-html'
import { askFigures } from '../figures/ask-figures.ts'
import { type Figures, joined } from '../figures/figures.ts'
import type { TableRequest } from '../figures/table-request.ts'
import { choice } from '../parts/choice.ts'
import { choices } from '../parts/choices.ts'
import { signInForm } from '../parts/sign-in-form.ts'
import { titledFigure } from '../parts/titled-figure.ts'
import { requestOf } from '../survey/glance-plan.ts'
import { askedIn, type Question, scaleOf } from '../survey/survey.ts'
import type { LoadView, ViewContext } from './view.ts'

/** The own organisation of a partner beside all others and the whole region. */
export const loadOwn: LoadView = async (context) => {
  const { peo, wave, viewer, state, texts, go, signOut } = context
  if (viewer === undefined) return () => signInForm(context)
  const signedIn = html`<p class="signed-in">
    ${texts.signedInAs(viewer.name ?? '')}
    <button class="small" type="button" @click=${signOut}>${texts.signOut}</button>
  </p>`
  const says = (text: string) => () => html`<h1>${texts.views.own}</h1>${signedIn}<p>${text}</p>`
  if (viewer.organisation === null) return says(texts.noOrganisation)
  const all = await askedIn(peo, wave.code, state.language)
  const questions = all.filter(({ variable }) => !variable.background)
  const question = questions.find(({ variable }) => variable.code === state.question) ?? questions[0]
  const by = boundaryOf(context, all)
  if (question === undefined || by === undefined) return says(texts.noOwn)
  const requests = [[by], []].map((columns) => requestOf(question, [wave.code], columns, state.language))
  const figures = await askBeside(context, question, requests)
  const { code, label } = question.variable
  const options = questions.map(({ variable }) => variable)
  const block = { title: texts.ownTitle(label), figures, requests }
  return (width): TemplateResult => html`<h1>${label}</h1>
    ${signedIn}
    ${choices(
      texts.choices,
      choice('question', texts.question, options, code, (chosen) => go({ question: chosen })),
    )}
    <h2 class="hidden">${texts.figures}</h2>
    ${titledFigure(context, block, Math.min(width, 760))}`
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
    requests.map((request) => askFigures(peo, request, scaleOf(question))),
  )
  return joined(groups!, { ...region!, columns: [{ code: 'region', label: texts.region }] })
}
