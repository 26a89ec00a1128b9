import type { WaveData } from '@peo/tabulation'
import type { LeftOut } from './anonymisation-report.ts'
import type { AnonymiseOptions } from './anonymise-options.ts'
import { answerNumbers, questionColumns, rareAnswers } from './answer-columns.ts'
import { type BackgroundLevel, backgroundLevels } from './background-levels.ts'
import { type Cell, respondentCells } from './respondent-cells.ts'
import { type CoarseWeights, coarsenWeights } from './weight-levels.ts'
import type { ReleasedQuestion } from './withhold-answers.ts'

/** A background variable, its codes by respondent and the ways to say it. */
export interface ReadBackground {
  readonly variable: string
  readonly codes: Uint8Array
  readonly levels: readonly BackgroundLevel[]
}

/** What there is to anonymise. */
export interface ReadRespondents {
  readonly background: readonly ReadBackground[]
  readonly questions: readonly ReleasedQuestion[]
  readonly weights: CoarseWeights
  readonly leftOut: readonly LeftOut[]
}

/** Each variable doubles the sets of variables that may be withheld. */
const mostBackground = 10

/** Reads the variables of a wave that may be in its anonymised answers, in its order. */
export function readRespondents(data: WaveData, options: AnonymiseOptions): ReadRespondents {
  const leftOut: LeftOut[] = [...options.leftOut]
  const background: ReadBackground[] = []
  const questions: ReleasedQuestion[] = []
  for (const [variable, codes] of data.variables) {
    const column = data.columns.get(variable)
    if (column === undefined || leftOut.some((out) => out.variable === variable)) continue
    if (options.background.includes(variable)) {
      if (column.kind !== 'single' || background.length === mostBackground) {
        leftOut.push({ variable, reason: 'TOO_MANY_VARIABLES' })
      } else {
        const levels = backgroundLevels(
          codes,
          options.hierarchies[variable] ?? [],
          variable === options.boundary,
        )
        background.push({ variable, codes: column.codes, levels })
      }
      continue
    }
    const read = questionColumns(codes, column)
    const sensitive = options.sensitive.includes(variable)
    const gate = codes.askedIf?.variable
    if (read === undefined) leftOut.push({ variable, reason: 'TOO_MANY_VALUES' })
    else questions.push({ ...read, sensitive, ...(gate === undefined ? {} : { gate }) })
  }
  const k = options.minimumClassSize
  const same = questions.filter((question) => question.sensitive && isUnanimous(question, data.size, k))
  return {
    background,
    questions: questions.filter((question) => !same.includes(question)),
    weights: coarsenWeights(data.weights ?? new Float64Array(data.size).fill(1), k),
    leftOut: [...leftOut, ...same.map(({ variable }) => ({ variable, reason: 'NOT_DIVERSE' as const }))],
  }
}

/** By respondent the number of the answer; -1 without one, and where so few gave it that it will be withheld. */
function commonAnswers(question: ReleasedQuestion, size: number, k: number): Int32Array {
  const rare = rareAnswers(question, size, k)
  return answerNumbers(question, size).map((number, row) => (rare[row] === 1 ? -1 : number))
}

function isUnanimous(question: ReleasedQuestion, size: number, k: number): boolean {
  return new Set(commonAnswers(question, size, k).filter((number) => number !== -1)).size === 1
}

/** Puts respondents together who are alike; with `diverse`, what they answer to sensitive questions counts. */
export function cellsOf(
  { background, questions, weights }: ReadRespondents,
  size: number,
  k: number,
  diverse: boolean,
): Cell[] {
  const sensitive = questions.filter((question) => diverse && question.sensitive)
  return respondentCells(
    size,
    background.map(({ codes }) => codes),
    weights.binOf,
    sensitive.map((question) => commonAnswers(question, size, k)),
  )
}
