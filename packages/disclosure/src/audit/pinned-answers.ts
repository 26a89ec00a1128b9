import { type AnswerBounds, answerBounds } from './answer-bounds.ts'
import { answerProgram } from './answer-program.ts'
import { type Question, unchanging } from './find-changes.ts'
import type { PublishedAnswers } from './published-answers.ts'
import { isCombination, rowEchelon } from './row-echelon.ts'
import type { Solver } from './solver.ts'

export type { PublishedAnswers } from './published-answers.ts'

/** An answer that readers can compute of a withheld set. */
export interface PinnedAnswer {
  /** Its place among the withheld sets. */
  readonly withheld: number
  /**
   * `PINNED`: the number who gave the answer, above zero, cannot be one more or one less. `ONE_ANSWER`: no other
   * answer can have been given even once.
   */
  readonly problem: 'PINNED' | 'ONE_ANSWER'
  readonly answer: number
}

interface Suspicion extends PinnedAnswer, Question {}

/**
 * What readers can compute of withheld sets, by linear programs: whoever gave an answer is not taken to be whole.
 *
 * @throws Error when the answers do not fit together.
 */
export function pinnedAnswers(known: PublishedAnswers, solver: Solver): PinnedAnswer[] {
  if (known.exclusive) return confirmed(known, suspicions(known), solver)
  return known.answers
    .flatMap((named, answer) => {
      const choice = { ...known, answers: [named, named.map((count, atom) => known.sizes[atom]! - count)] }
      const suspected = suspicions(choice).filter((one) => one.problem === 'PINNED' && one.answer === 0)
      return confirmed(choice, suspected, solver).map((found) => ({ ...found, answer }))
    })
    .sort((a, b) => a.withheld - b.withheld)
}

function suspicions({ answers, withheld }: PublishedAnswers): Suspicion[] {
  return withheld.flatMap((atoms, index) => {
    const counts = answers.map((own, answer) => {
      const isZero = atoms.every((atom) => own[atom] === 0)
      return { answer, atoms, isZero }
    })
    const given = counts.filter(({ isZero }) => !isZero)
    const others = counts.filter(({ isZero }) => isZero)
    const pinned = given.map((count) => suspicion(index, 'PINNED', count.answer, [count]))
    return given.length === 1 ? [...pinned, suspicion(index, 'ONE_ANSWER', given[0]!.answer, others)] : pinned
  })
}

function suspicion(
  withheld: number,
  problem: PinnedAnswer['problem'],
  answer: number,
  counts: Question['counts'],
): Suspicion {
  return { withheld, problem, answer, counts }
}

/** The suspicions that hold: cheap proofs first, then programs of two answers, which find most changes. */
function confirmed(known: PublishedAnswers, suspected: readonly Suspicion[], solver: Solver): PinnedAnswer[] {
  const bounds = answerBounds(known)
  const isFixed = fixedCounts(known, bounds)
  const asked = suspected.map((one) => ({ ...one, counts: one.counts.filter((count) => !isFixed(count)) }))
  const fixed = asked.filter(({ counts }) => counts.length === 0)
  let left = asked.filter(({ counts }) => counts.length > 0)
  for (const pair of pairs(known)) {
    const own = left.filter(({ counts }) => counts.some(({ answer }) => pair.includes(answer)))
    if (own.length === 0) continue
    const still = unchanging(answerProgram(known, bounds, pair), own, false, solver)
    left = left.filter((one) => !own.includes(one) || still.includes(one))
  }
  const all = [...known.answers.keys()]
  if (left.length > 0) left = unchanging(answerProgram(known, bounds, all), left, true, solver)
  return asked
    .filter((one) => fixed.includes(one) || left.includes(one))
    .map(({ withheld, problem, answer }) => ({ withheld, problem, answer }))
}

/** Each answer with the most frequent other one. */
function pairs({ answers }: PublishedAnswers): number[][] {
  if (answers.length < 3) return []
  const total = (answer: number) => answers[answer]!.reduce((sum, count) => sum + count, 0)
  const [first, ...others] = [...answers.keys()].sort((a, b) => total(b) - total(a))
  return others.map((other) => [first!, other])
}

/** Whether a count follows by addition and subtraction, or lies between bounds less than one from the truth. */
function fixedCounts({ sizes, answers, published }: PublishedAnswers, { least, most }: AnswerBounds) {
  const isOpen = (answer: number) => (atom: number) => least[answer]![atom]! < most[answer]![atom]!
  const echelons = answers.map((_, answer) => {
    const sets = published.map((set) => set.filter(isOpen(answer)))
    return rowEchelon(sets, sizes.length).echelon
  })
  return ({ answer, atoms }: Question['counts'][number]) => {
    const truth = sum(atoms, answers[answer]!)
    const isBounded = sum(atoms, least[answer]!) > truth - 1 && sum(atoms, most[answer]!) < truth + 1
    return isBounded || isCombination(atoms.filter(isOpen(answer)), echelons[answer]!, sizes.length)
  }
}

function sum(atoms: readonly number[], numbers: ArrayLike<number>): number {
  return atoms.reduce((total, atom) => total + numbers[atom]!, 0)
}
