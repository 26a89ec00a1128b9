import type { Solver } from '../audit/solver.ts'
import type { QuestionPlan } from '../plan/plan-question.ts'
import type { WaveGroupings } from '../plan/read-wave.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import { decideByExchange, type OpenTarget } from './decide-by-exchange.ts'
import { grouped } from './grouped.ts'
import { type PairInOrder, tightestFirst } from './pair-order.ts'
import { type PublishedPair, unchangingCounts } from './pair-program.ts'
import { type PairSide, pairSides } from './pair-side.ts'
import { type PairTable, pairTable } from './pair-table.ts'
import { type PairTarget, pairTargets } from './pair-targets.ts'
import { type BackgroundKinds, backgroundKinds, type PairQuestion, pairQuestion } from './pair-wave.ts'
import { shownOfBoth } from './shown-classes.ts'
import { type SideMoves, sideMoves } from './side-moves.ts'

/** What is withheld of each question. */
export type QuestionPlans = ReadonlyMap<string, QuestionPlan>

/** A wave as pairs of its questions are read next to the background. */
export interface PairReading {
  readonly wave: WaveGroupings
  /** Whether weighted tables are read, too. */
  readonly weighted: boolean
  readonly kinds: BackgroundKinds
  readonly membersOf: readonly Int32Array[]
  readonly questionOf: (code: string) => PairQuestion
  readonly order: readonly PairInOrder[]
  readonly targetsOf: (code: string) => readonly PairTarget[]
  readonly movesOf: (side: PairSide) => SideMoves
  readonly solver: Solver
}

/** Something of a secret of one question that tables with another tell. */
export interface PairPin extends PairInOrder {
  readonly target: PairTarget
}

/** What it takes to compare the answers to two questions, of each target and of each respondent, in the unit of `Work`. */
const pairWork = 2
const targetWork = 0.05
const respondentWork = 0.002

/** Reads the tables by background of all questions. */
export function readPairs(
  wave: WaveGroupings,
  plans: QuestionPlans,
  policy: DisclosurePolicy,
  solver: Solver,
  weighted: boolean,
): PairReading {
  const kinds = backgroundKinds(wave, weighted)
  const members = grouped(kinds.kindOf.keys(), (who) => kinds.kindOf[who]!)
  const membersOf = kinds.list.map((_, kind) => Int32Array.from(members.get(kind)!))
  const sidesOf = new Map(Array.from(plans.keys(), (code) => [code, pairSides(wave, code)]))
  const questionOf = remembered((code: string) =>
    pairQuestion(wave, kinds, sidesOf.get(code)!, code, plans.get(code)!, weighted, policy, solver),
  )
  const movesOf = remembered((side: PairSide) => sideMoves(side, questionOf(side.question), membersOf))
  const targetsOf = remembered((code: string) => pairTargets(questionOf(code), kinds))
  const order = tightestFirst(sidesOf)
  return { wave, weighted, kinds, membersOf, questionOf, order, targetsOf, movesOf, solver }
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** How much there is to do at most, in about a thousandth of a second. */
export interface Work {
  left: number
}

/** Finds out which of these targets the tables of a question with another tell, next to those by background. */
export function findPairPins(
  reading: PairReading,
  plans: QuestionPlans,
  { question: code, other }: PairInOrder,
  targets: readonly PairTarget[],
  work: Work,
): PairTarget[] {
  const question = reading.questionOf(code)
  const { kindOf } = reading.kinds
  const { secrets } = question
  return reading.questionOf(other).sides.flatMap((side) => {
    work.left -= pairWork + targets.length * targetWork + kindOf.length * respondentWork
    const open = targets.map((target): OpenTarget => ({ target, isOpen: false }))
    const tableOf = remembered((own: PairSide) => tableWith(reading, plans, own, side))
    decideByExchange(open, { kindOf, secrets, movesOf: reading.movesOf, tableOf })
    const undecided = open.flatMap(({ target, isOpen }) => (isOpen ? [] : [target]))
    return known(reading, plans, question, side, undecided, work)
  })
}

function tableWith(reading: PairReading, plans: QuestionPlans, own: PairSide, other: PairSide): PairTable {
  return pairTable(
    own,
    other,
    { ofOwn: plans.get(own.question)!.plain, ofOther: plans.get(other.question)!.plain },
    { kindOf: reading.kinds.kindOf, membersOf: reading.membersOf, otherMoves: reading.movesOf(other) },
  )
}

/** The targets that programs of both questions leave no choice of. */
function known(
  reading: PairReading,
  plans: QuestionPlans,
  question: PairQuestion,
  other: PairSide,
  targets: readonly PairTarget[],
  work: Work,
): readonly PairTarget[] {
  let left = targets
  for (const own of question.sides) {
    const counts = left.flatMap((target) => target.counts.filter(({ side }) => side === own))
    if (counts.length === 0) continue
    const unchanged = new Set(
      unchangingCounts(publishedPair(reading, plans, own, other), counts, work, reading.solver),
    )
    left = left.filter((target) => target.counts.every((count) => count.side !== own || unchanged.has(count)))
  }
  return left
}

function publishedPair(
  { wave, weighted, kinds, questionOf }: PairReading,
  plans: QuestionPlans,
  own: PairSide,
  other: PairSide,
): PublishedPair {
  const [plan, otherPlan] = [plans.get(own.question)!, plans.get(other.question)!]
  const plain = shownOfBoth(own, other, { ofOwn: plan.plain, ofOther: otherPlan.plain })
  const ofWeighted = shownOfBoth(own, other, { ofOwn: plan.weighted, ofOther: otherPlan.weighted })
  return {
    own,
    other,
    ofOwn: questionOf(own.question),
    ofOther: questionOf(other.question),
    tables: [{ ...plain, bySample: false }, ...(weighted ? [{ ...ofWeighted, bySample: true }] : [])],
    kinds,
    patterns: wave.background.patterns,
  }
}
