import { type AnswerBounds, answerBounds } from './answer-bounds.ts'
import { answerProgram } from './answer-program.ts'
import { exchangesOf } from './exchanges.ts'
import { changedByFour } from './exchanges-of-four.ts'
import { type Count, type Question, unchanging } from './find-changes.ts'
import { fixedAlone } from './fixed-alone.ts'
import { closeBounds } from './fixed-numbers.ts'
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
   * answer can have been given even once. Where several options can be named, all named the same ones, or none, and it
   * cannot be otherwise.
   */
  readonly problem: 'PINNED' | 'ONE_ANSWER'
  /** Its place; of options that all named the first, and -1 where all named none. */
  readonly answer: number
}

/** With more undecided suspicions than this, it is worth a look first at what cannot move at all. */
const FEW = 8

/** Of more undecided suspicions than this, programs of some answers decide most, at less cost. */
const MANY = 40

interface Suspicion extends PinnedAnswer, Question {}

/**
 * What readers can compute of withheld sets, by linear programs: numbers need not be whole in them.
 *
 * @throws Error when the answers do not fit together.
 */
export function pinnedAnswers(known: PublishedAnswers, solver: Solver): PinnedAnswer[] {
  return byChoice(known, (choice, suspected) => confirmed(choice, suspected, solver))
}

/** All of these, if they are few; of many, others too that were not decided: it is known that there are many. */
export function suspectedAnswers(known: PublishedAnswers, solver: Solver, few: number): PinnedAnswer[] {
  return byChoice(known, (choice, suspected, before) =>
    confirmed(choice, suspected, solver, setsOf(before) > few ? 0 : few + 1),
  )
}

type DecideChoice = (
  choice: PublishedAnswers,
  suspected: readonly Suspicion[],
  before: readonly PinnedAnswer[],
) => readonly PinnedAnswer[]

/** Decides suspicions; where several answers can be given, of each answer by itself: named or not. */
function byChoice(known: PublishedAnswers, decide: DecideChoice): PinnedAnswer[] {
  if (known.exclusive) return [...decide(known, suspicions(known), [])]
  let alike = alikeSets(known)
  const pinned: PinnedAnswer[] = []
  for (const [answer, named] of known.answers.entries()) {
    const choice = { ...known, answers: [named, named.map((count, atom) => known.sizes[atom]! - count)] }
    const suspected = suspicions(choice).filter((one) => one.problem === 'PINNED' && one.answer === 0)
    const found = decide(
      choice,
      [...suspected, ...alike.map((withheld) => sameAnswer(choice, withheld))],
      pinned,
    )
    alike = found.flatMap(({ problem, withheld }) => (problem === 'ONE_ANSWER' ? [withheld] : []))
    pinned.push(...found.filter(({ problem }) => problem === 'PINNED').map((one) => ({ ...one, answer })))
  }
  const same = alike.map((withheld) => {
    const answer = known.answers.findIndex((named) => sum(known.withheld[withheld]!, named) > 0)
    return { withheld, problem: 'ONE_ANSWER' as const, answer }
  })
  return [...pinned, ...same].sort((a, b) => a.withheld - b.withheld)
}

/** The withheld sets of which each option was named by all, or by nobody. */
function alikeSets({ sizes, answers, withheld }: PublishedAnswers): number[] {
  return [...withheld.keys()].filter((index) => {
    const atoms = withheld[index]!
    const size = sum(atoms, sizes)
    return answers.every((named) => [0, size].includes(sum(atoms, named)))
  })
}

/** That all of a set named an option, or nobody did, and it cannot be otherwise. */
function sameAnswer({ answers, withheld }: PublishedAnswers, index: number): Suspicion {
  const atoms = withheld[index]!
  return suspicion(index, 'ONE_ANSWER', 0, [{ answer: 0, atoms, isZero: sum(atoms, answers[0]!) === 0 }])
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
  counts: readonly Count[],
): Suspicion {
  return { withheld, problem, answer, counts }
}

/**
 * The suspicions that hold: exchanges between two respondents or four decide most of them, where many are left programs
 * of some answers, and the program of all answers the rest.
 */
function confirmed(
  known: PublishedAnswers,
  all: readonly Suspicion[],
  solver: Solver,
  enough = Number.POSITIVE_INFINITY,
): PinnedAnswer[] {
  const isExchanged = exchangesOf(known)
  const unlike = all.filter(({ counts }) => !counts.some(isExchanged))
  if (unlike.length === 0) return []
  const changed = changedByFour(
    known,
    unlike.flatMap(({ counts }) => counts),
  )
  const suspected = unlike.filter(({ counts }) => !counts.some((count) => changed.has(count)))
  if (suspected.length === 0) return []
  const bounds = answerBounds(known)
  const search = (
    left: readonly Suspicion[],
    answers: readonly number[],
    within: AnswerBounds,
    few: number,
  ) => {
    const own = left.filter(({ counts }) => counts.some(({ answer }) => answers.includes(answer)))
    if (own.length === 0) return left
    const unchanged = unchanging(answerProgram(known, within, answers), own, few, solver, enough)
    return left.filter((one) => !own.includes(one) || unchanged.includes(one))
  }
  let left = withoutFixed(known, bounds, suspected)
  const areEnough = () => setsOf(left.filter(({ counts }) => counts.length === 0)) >= enough
  if (areEnough()) return left.map(plainFinding)
  const every = [...known.answers.keys()]
  if (every.length > 2 && left.length > MANY) {
    for (const pair of pairs(known)) left = search(left, pair, bounds, 0)
    const fixed = fixedAlone(
      known,
      bounds,
      left.flatMap(({ counts }) => counts),
      solver,
    )
    left = left.map((one) => ({ ...one, counts: one.counts.filter((count) => !fixed.includes(count)) }))
    if (areEnough()) return left.map(plainFinding)
  }
  left = search(left, every, bounds, FEW)
  const undecided = left.filter(({ counts }) => counts.length > 0)
  if (undecided.length > FEW && left.length - undecided.length < enough) {
    const closed = closeBounds(known, bounds, solver)
    left = search(withoutFixed(known, closed, left), every, closed, Number.POSITIVE_INFINITY)
  }
  return left.map(plainFinding)
}

/** How many withheld sets these are about. */
const setsOf = (all: readonly Pick<PinnedAnswer, 'withheld'>[]) =>
  new Set(all.map(({ withheld }) => withheld)).size

const plainFinding = ({ withheld, problem, answer }: Suspicion): PinnedAnswer => ({
  withheld,
  problem,
  answer,
})

/** Suspicions without the counts that cannot change: they follow by addition and subtraction, or from bounds. */
function withoutFixed(
  { sizes, answers, published }: PublishedAnswers,
  { least, most }: AnswerBounds,
  suspected: readonly Suspicion[],
): readonly Suspicion[] {
  const isOpen = (answer: number) => (atom: number) => least[answer]![atom]! < most[answer]![atom]!
  const echelons = answers.map((_, answer) => {
    const sets = published.map((set) => set.filter(isOpen(answer)))
    return rowEchelon(sets, sizes.length).echelon
  })
  const isFixed = ({ answer, atoms }: Count) => {
    const truth = sum(atoms, answers[answer]!)
    const isBounded = sum(atoms, least[answer]!) > truth - 1 && sum(atoms, most[answer]!) < truth + 1
    return isBounded || isCombination(atoms.filter(isOpen(answer)), echelons[answer]!, sizes.length)
  }
  return suspected.map((one) => ({ ...one, counts: one.counts.filter((count) => !isFixed(count)) }))
}

/** Each answer with the most frequent other one. */
function pairs({ answers }: PublishedAnswers): number[][] {
  if (answers.length < 3) return []
  const total = (answer: number) => answers[answer]!.reduce((sum, count) => sum + count, 0)
  const [first, ...others] = [...answers.keys()].sort((a, b) => total(b) - total(a))
  return others.map((other) => [first!, other])
}

function sum(atoms: readonly number[], numbers: ArrayLike<number>): number {
  return atoms.reduce((total, atom) => total + numbers[atom]!, 0)
}
