import type { Solver } from '../audit/solver.ts'
import type { QuestionPlan } from '../plan/plan-question.ts'
import type { WaveGroupings } from '../plan/read-wave.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import { type Openers, openersOf } from './openers.ts'
import { type PairInOrder, tightestFirst } from './pair-order.ts'
import { type PublishedPair, unchangingCounts } from './pair-program.ts'
import { type PairSide, pairSides } from './pair-side.ts'
import { type PairTable, pairTable } from './pair-table.ts'
import { type PairTarget, pairTargets } from './pair-targets.ts'
import { type BackgroundKinds, backgroundKinds, type PairQuestion, pairQuestion } from './pair-wave.ts'
import { partsOf } from './parts-of.ts'
import { remembered } from './remembered.ts'
import { shownOfBoth } from './shown-classes.ts'
import { type SideMoves, sideMoves } from './side-moves.ts'
import { undecidedByExchange } from './undecided-by-exchange.ts'

/** What is withheld of each question. */
export type QuestionPlans = ReadonlyMap<string, QuestionPlan>

/** A wave as pairs of its questions are read next to the background. */
export interface PairReading {
  readonly wave: WaveGroupings
  /** Whether weighted tables are read, too. */
  readonly weighted: boolean
  readonly kinds: BackgroundKinds
  readonly questionOf: (code: string) => PairQuestion
  /** The pairs of each part, which can be searched by itself. */
  readonly parts: readonly (readonly PairInOrder[])[]
  readonly targetsOf: (code: string) => readonly PairTarget[]
  readonly movesOf: (side: PairSide) => SideMoves
  readonly openersOf: (side: PairSide) => Openers
  readonly solver: Solver
}

/** Something of a secret of one question that tables with another tell. */
export interface PairPin extends PairInOrder {
  readonly target: PairTarget
}

/** Reads the tables by background of all questions. */
export function readPairs(
  wave: WaveGroupings,
  plans: QuestionPlans,
  policy: DisclosurePolicy,
  solver: Solver,
  weighted: boolean,
): PairReading {
  const kinds = backgroundKinds(wave, weighted)
  const sidesOf = new Map(Array.from(plans.keys(), (code) => [code, pairSides(wave, code)]))
  const questionOf = remembered((code: string) =>
    pairQuestion(wave, kinds, sidesOf.get(code)!, code, plans.get(code)!, weighted, policy, solver),
  )
  const movesOf = remembered((side: PairSide) => sideMoves(side, questionOf(side.question), kinds))
  const openers = remembered((side: PairSide) =>
    openersOf(side, movesOf(side), questionOf(side.question), kinds),
  )
  const targetsOf = remembered((code: string) => pairTargets(questionOf(code), kinds))
  const parts = partsOf(tightestFirst(sidesOf), sidesOf)
  return { wave, weighted, kinds, questionOf, parts, targetsOf, movesOf, openersOf: openers, solver }
}

/** How much there is to do at most, in about a thousandth of a second. */
export interface Work {
  left: number
}

/** What exchanges leave undecided of a question next to a side of another. */
export interface UndecidedPair extends PairInOrder {
  readonly side: PairSide
  readonly targets: readonly PairTarget[]
  /** Whether tables by background alone leave these to exchanges, and those of the other question do not. */
  readonly isTied: boolean
}

/** What it takes to compare two questions, and of each target. */
const pairWork = 0.3
const targetWork = 0.001

/**
 * Finds out which of these targets no exchange opens that keeps the tables of a question with another; nothing of
 * those for which no work is left.
 */
export function undecidedPairs(
  reading: PairReading,
  plans: QuestionPlans,
  pair: PairInOrder,
  targets: readonly PairTarget[],
  work: Work,
): UndecidedPair[] {
  const hasOpener = ({ counts }: PairTarget) =>
    counts.some((count) => reading.openersOf(count.side)(count).length > 0)
  return reading.questionOf(pair.other).sides.flatMap((side) => {
    work.left -= pairWork + targets.length * targetWork
    if (work.left < 0) return []
    const tableOf = remembered((own: PairSide) => tableWith(reading, plans, own, side))
    const undecided = undecidedByExchange(targets, reading.openersOf, tableOf)
    return [true, false].flatMap((isTied) => {
      const own = undecided.filter((target) => hasOpener(target) === isTied)
      return own.length === 0 ? [] : [{ ...pair, side, targets: own, isTied }]
    })
  })
}

function tableWith(reading: PairReading, plans: QuestionPlans, own: PairSide, other: PairSide): PairTable {
  return pairTable(
    own,
    other,
    { ofOwn: plans.get(own.question)!.plain, ofOther: plans.get(other.question)!.plain },
    {
      kinds: reading.kinds,
      ownMoves: reading.movesOf(own),
      otherMoves: reading.movesOf(other),
    },
  )
}

/** The targets that programs of both questions leave no choice of; none where that is more work than is left. */
export function pinsByProgram(
  reading: PairReading,
  plans: QuestionPlans,
  { question, other, side, targets }: UndecidedPair,
  work: Work,
): PairPin[] {
  let left = targets
  for (const own of reading.questionOf(question).sides) {
    const counts = left.flatMap((target) => target.counts.filter((count) => count.side === own))
    if (counts.length === 0) continue
    const pair = publishedPair(reading, plans, own, side)
    const unchanged = new Set(unchangingCounts(pair, counts, work, reading.solver))
    left = left.filter((target) => target.counts.every((count) => count.side !== own || unchanged.has(count)))
  }
  return left.map((target) => ({ question, other, target }))
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
