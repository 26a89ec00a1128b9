import type { Language, Wave } from '@peo/sdk'
import type { TableRequest } from '../figures/table-request.ts'
import { grouped } from '../grouped.ts'
import { isNumeric, type Net, type Question } from './survey.ts'

/** A question whose first figure stands at the head of the page: the first of its theme. */
export interface Headline {
  readonly question: Question
  readonly request: TableRequest
}

/** A chart of the page: one question, or a net that several questions of a theme share. */
export type GlanceChart =
  | { readonly kind: 'question'; readonly question: Question; readonly request: TableRequest }
  | {
      readonly kind: 'net'
      readonly net: Net
      readonly questions: readonly { readonly question: Question; readonly request: TableRequest }[]
    }

/** An answer to a question, by background. */
export interface Relation extends Headline {
  readonly byLabel: string
  /** Code of the answer. */
  readonly answer: string
}

/** A number, and the questions by whose nets its means are told. */
export interface Spread {
  readonly question: Question
  readonly by: readonly Question[]
}

/** What a wave at a glance shows. It follows from the questionnaire alone, so that any wave has its page. */
export interface GlancePlan {
  readonly headlines: readonly Headline[]
  readonly charts: readonly GlanceChart[]
  /** What is told of who answered: the background that results are broken down by. */
  readonly backgrounds: readonly Headline[]
  readonly relations: readonly Relation[]
  readonly spreads: readonly Spread[]
}

/** Plans the page of a wave. */
export function planGlance(wave: Wave, questions: readonly Question[], language: Language): GlancePlan {
  const asked = questions.filter(({ variable }) => !variable.background)
  const themes = grouped(asked, ({ variable }) => variable.theme ?? variable.code)
  const request = (question: Question, by: readonly string[] = []) =>
    requestOf(question, [wave.code], by, language)
  const [breakdown] = wave.breakdowns.flatMap(({ variables }) =>
    variables.length === 1 ? [variables[0]!.code] : [],
  )
  const headlines = [...themes.values()].map(([question]) => ({
    question: question!,
    request: request(question!),
  }))
  const charts = [...themes.values()].flatMap((theme): GlanceChart[] => {
    const groups = grouped(theme, netsOf)
    return [...groups].flatMap(([nets, members]): GlanceChart[] =>
      nets !== '' && members.length > 1
        ? [
            {
              kind: 'net',
              net: members[0]!.nets.at(-1)!,
              questions: members.map((question) => ({ question, request: request(question) })),
            },
          ]
        : members.map((question) => ({
            kind: 'question',
            question,
            request: request(question, isNumeric(question) && breakdown !== undefined ? [breakdown] : []),
          })),
    )
  })
  const backgrounds = questions
    .filter((question) => isReleased(wave, question))
    .map((question) => ({ question, request: request(question) }))
  const relations = headlines.flatMap(({ question }) => relationOf(question, wave, language))
  const by = charts.flatMap((chart) =>
    chart.kind === 'net' ? chart.questions.map(({ question }) => question) : [],
  )
  const spreads = headlines.flatMap(({ question }) => (isNumeric(question) ? [{ question, by }] : []))
  return { headlines, charts, backgrounds, relations, spreads }
}

/** Of a scale without nets, its first answer by the first breakdown; of other questions nothing. */
function relationOf(question: Question, wave: Wave, language: Language): Relation[] {
  const [breakdown] = wave.breakdowns.flatMap(({ variables }) => (variables.length === 1 ? variables : []))
  const [answer] = question.categories
  const isScale = question.variable.measurement === 'ORDINAL' && question.nets.length === 0
  if (!isScale || !answer || !breakdown) return []
  const request = requestOf(question, [wave.code], [breakdown.code], language)
  return [{ question, request, byLabel: breakdown.label, answer: answer.code }]
}

/** Whether a variable is a background that results are broken down by. */
export function isReleased({ breakdowns }: Wave, { variable }: Question): boolean {
  const single = breakdowns.filter(({ variables }) => variables.length === 1)
  return variable.background && single.some(({ variables }) => variables[0]!.code === variable.code)
}

/** The table of a question by breakdowns. */
export function requestOf(
  question: Question,
  waves: readonly string[],
  by: readonly string[],
  language: Language,
): TableRequest {
  const { code } = question.variable
  return isNumeric(question)
    ? { kind: 'means', waves, of: code, by, language }
    : { kind: 'crosstab', waves, rows: code, columns: by, language }
}

/** What questions share that have the same nets: as many answers, called the same. */
const netsOf = ({ nets }: Question): string => (nets.length === 0 ? '' : JSON.stringify(nets))
