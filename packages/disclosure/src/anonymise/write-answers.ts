import { markProtected } from '../mark-protected.ts'
import type { AnonymisationReport, BackgroundReport, LeftOut } from './anonymisation-report.ts'
import type { AnonymiseOptions } from './anonymise-options.ts'
import { type AnonymousAnswers, type AnonymousColumn, WITHHELD_ANSWER } from './anonymous-answers.ts'
import type { RespondentClass } from './form-classes.ts'
import type { ReadRespondents } from './read-respondents.ts'
import type { Candidate } from './recodings.ts'
import type { ReleasedQuestion } from './withhold-answers.ts'

/** What was decided for the anonymised answers of a wave. */
export interface Anonymisation {
  readonly read: ReadRespondents
  readonly candidate: Candidate
  readonly questions: readonly ReleasedQuestion[]
  readonly leftOut: readonly LeftOut[]
  readonly lossByDiversity: number
}

/** The respondents of a class. */
export function rowsOf({ cells }: RespondentClass): number[] {
  return cells.flatMap(({ respondents }) => respondents)
}

/** Writes the rows in a random order. */
export function writeAnswers(anonymisation: Anonymisation, options: AnonymiseOptions): AnonymousAnswers {
  const { candidate, questions } = anonymisation
  const size = candidate.classes.reduce((sum, formed) => sum + formed.size, 0)
  const order = shuffled(size, options.random)
  const columns = [
    ...backgroundColumns(anonymisation, size),
    ...questions.flatMap((question) => question.columns),
    ...(options.weight === null ? [] : [weightColumn(options.weight, candidate, size)]),
  ]
  return markProtected<AnonymousAnswers>({
    size,
    ids: options.ids.slice(0, 16 * size),
    columns: columns.map(({ variable, option, answers, codes }) => ({
      variable,
      option,
      answers,
      codes: Uint8Array.from(order, (row) => codes[row]!),
    })),
    report: reportOf(anonymisation, options, size),
  })
}

/** Source: Fisher and Yates; Durstenfeld's version. */
function shuffled(size: number, random: () => number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, index) => index)
  for (let last = size - 1; last > 0; last--) {
    const place = Math.floor(random() * (last + 1))
    const moved = order[last]!
    order[last] = order[place]!
    order[place] = moved
  }
  return order
}

function backgroundColumns({ read, candidate }: Anonymisation, size: number): AnonymousColumn[] {
  return read.background.flatMap(({ variable }, index) => {
    const level = candidate.recoding.levels[index]!
    if (level.detail === 'NOT_SAID') return []
    const codes = new Uint8Array(size)
    for (const formed of candidate.classes)
      for (const row of rowsOf(formed)) codes[row] = formed.codes[index]!
    return [{ variable, option: null, answers: level.groups, codes }]
  })
}

function weightColumn(variable: string, { classes, recoding }: Candidate, size: number): AnonymousColumn {
  const codes = new Uint8Array(size)
  for (const formed of classes) for (const row of rowsOf(formed)) codes[row] = formed.weight
  return { variable, option: null, answers: recoding.weights.values, codes }
}

function reportOf(
  { read, candidate, questions, leftOut, lossByDiversity }: Anonymisation,
  { minimumClassSize, weight }: AnonymiseOptions,
  respondents: number,
): AnonymisationReport {
  const { classes, loss, recoding } = candidate
  const background = read.background.map(({ variable }, index): BackgroundReport => {
    const { detail, level } = recoding.levels[index]!
    const hidden = classes.filter(({ codes }) => codes[index] === WITHHELD_ANSWER)
    const withheld = detail === 'NOT_SAID' ? 0 : hidden.reduce((sum, { size }) => sum + size, 0)
    return { variable, detail, level, withheld }
  })
  const { values, loss: weightLoss } = recoding.weights
  return {
    respondents,
    minimumClassSize,
    classes: classes.length,
    smallestClass: Math.min(...classes.map(({ size }) => size)),
    background,
    withheldAnswers: questions.flatMap(({ variable, columns }) => {
      const rows = columns[0]!.codes.reduce((sum, code) => sum + (code === WITHHELD_ANSWER ? 1 : 0), 0)
      return rows === 0 ? [] : [{ variable, rows }]
    }),
    weights: weight === null ? null : { different: values.length, loss: rounded(weightLoss) },
    leftOut,
    loss: rounded(loss),
    lossByDiversity: rounded(lossByDiversity),
  }
}

/** A share in four decimals. */
const rounded = (share: number) => Math.round(share * 1e4) / 1e4
