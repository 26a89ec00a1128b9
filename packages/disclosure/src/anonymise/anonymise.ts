import type { WaveData } from '@peo/tabulation'
import type { AnonymiseOptions } from './anonymise-options.ts'
import type { AnonymousAnswers } from './anonymous-answers.ts'
import { kindsOf } from './answer-links.ts'
import { type LinkedAnswers, mostTelling, staysHidden, tableLinks } from './find-links.ts'
import type { AreOpen } from './open-questions.ts'
import { cellsOf, type ReadRespondents, readRespondents } from './read-respondents.ts'
import { type Candidate, candidates } from './recodings.ts'
import type { Cell } from './respondent-cells.ts'
import { type ClassRows, type ReleasedQuestion, withholdAnswers } from './withhold-answers.ts'
import { rowsOf, writeAnswers } from './write-answers.ts'

/**
 * Anonymises the answers of a wave: background variables at a level of their hierarchy or left out, values
 * withheld, weights coarsened, answers that single people out withheld, rows in another order. Respondents whom
 * the rows say the same background and weight of are k or more, in every sensitive question with different
 * answers, next to the tables too. What loses least of that is chosen; no row is left out.
 *
 * Source: k-anonymity of Samarati and Sweeney, 1998; distinct l-diversity, here of 2, of Machanavajjhala, Kifer,
 * Gehrke and Venkitasubramaniam, 2007.
 *
 * @returns undefined where not even rows without background may be shown, such as fewer than k
 */
export function anonymise(data: WaveData, options: AnonymiseOptions): AnonymousAnswers | undefined {
  const { minimumClassSize: k } = options
  if (data.size < k) return undefined
  const read = readRespondents(data, options)
  const cells = cellsOf(read, data.size, k, true)
  const chosen = choose(read, cells, data.size, options)
  if (chosen === undefined) return undefined
  const leftOut = read.questions.filter(
    ({ variable }) => !chosen.questions.some((question) => question.variable === variable),
  )
  const anonymisation = {
    ...chosen,
    read,
    leftOut: [
      ...read.leftOut,
      ...leftOut.map(({ variable }) => ({ variable, reason: 'TELLS_WHO' as const })),
    ],
    lossByDiversity: leastLoss(read, cells, k) - leastLoss(read, cellsOf(read, data.size, k, false), k),
  }
  return writeAnswers(anonymisation, options)
}

function leastLoss({ background, weights }: ReadRespondents, cells: readonly Cell[], k: number): number {
  const levels = background.map((variable) => variable.levels)
  const [best] = candidates(cells, levels, weights.levels, k)
  return best?.loss ?? 1
}

/** The questions whose answers rows may give side by side: each that may next to those before it. */
function openIn(
  questions: readonly ReleasedQuestion[],
  classes: ClassRows,
  areOpen: AreOpen,
): readonly ReleasedQuestion[] {
  const open: ReleasedQuestion[] = []
  for (const question of questions) if (areOpen(classes, [...open, question])) open.push(question)
  return open
}

interface Chosen {
  readonly candidate: Candidate
  readonly questions: readonly ReleasedQuestion[]
}

/** The classes that lose least and stay hidden next to the tables; without any background, questions make way. */
function choose(
  read: ReadRespondents,
  cells: readonly Cell[],
  size: number,
  { minimumClassSize: k, published, isSafe, isSilent, areOpen, random }: AnonymiseOptions,
): Chosen | undefined {
  const kinds = kindsOf(cells, size)
  const links = tableLinks(read.questions, published, kinds)
  const linked = (questions: readonly ReleasedQuestion[]): LinkedAnswers => ({
    links,
    kinds,
    original: read.questions,
    released: questions,
  })
  const levels = read.background.map((variable) => variable.levels)
  let last: Chosen | undefined
  for (const candidate of candidates(cells, levels, read.weights.levels, k)) {
    const classes = candidate.classes.map(rowsOf)
    if (!isSafe(classes)) continue
    last = { candidate, questions: withholdAnswers(read.questions, classes, k, random) }
    if (staysHidden(linked(last.questions), classes, k) && isSilent(classes)) break
  }
  if (last === undefined) return undefined
  const classes = last.candidate.classes.map(rowsOf)
  if (!isSilent(classes)) return undefined
  let questions = withholdAnswers(openIn(read.questions, classes, areOpen), classes, k, random)
  while (!staysHidden(linked(questions), classes, k)) {
    const telling = mostTelling(linked(questions))
    questions = questions.filter(({ variable }) => variable !== telling)
  }
  return { ...last, questions }
}
