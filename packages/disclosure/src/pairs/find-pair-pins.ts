import type { Solver } from '../audit/solver.ts'
import type { QuestionPlan } from '../plan/plan-question.ts'
import type { WaveGroupings } from '../plan/read-wave.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import { decideByExchange, type OpenTarget } from './decide-by-exchange.ts'
import { grouped } from './grouped.ts'
import { type PublishedPair, unchangingCounts } from './pair-program.ts'
import type { PairSide } from './pair-side.ts'
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
  readonly questions: ReadonlyMap<string, PairQuestion>
  readonly targetsOf: (code: string) => readonly PairTarget[]
  readonly movesOf: (side: PairSide) => SideMoves
  readonly solver: Solver
}

/** Something of a secret of one question that tables with another tell. */
export interface PairPin {
  readonly question: string
  readonly other: string
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
  const members = grouped(kinds.kindOf.keys(), (who) => kinds.kindOf[who]!)
  const membersOf = kinds.list.map((_, kind) => Int32Array.from(members.get(kind)!))
  const questions = new Map(
    [...plans].map(([code, plan]) => [code, pairQuestion(wave, kinds, code, plan, weighted, policy, solver)]),
  )
  const movesOf = remembered((side: PairSide) => sideMoves(side, questions.get(side.question)!, membersOf))
  const targetsOf = remembered((code: string) => pairTargets(questions.get(code)!, kinds))
  return { wave, weighted, kinds, membersOf, questions, targetsOf, movesOf, solver }
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** Looks for what the tables of a question with some others tell of its secrets, next to those by background. */
export function findPairPins(
  reading: PairReading,
  plans: QuestionPlans,
  code: string,
  others: readonly string[],
  targets: readonly PairTarget[],
): PairPin[] {
  const question = reading.questions.get(code)!
  const sides = others.flatMap((other) => reading.questions.get(other)!.sides)
  const open = targets.map((target): OpenTarget => ({ target, left: [...sides.keys()] }))
  const { kindOf } = reading.kinds
  const { secrets } = question
  decideByExchange(open, {
    kindOf,
    secrets,
    movesOf: reading.movesOf,
    tableOf: tablesOf(reading, plans, sides),
  })
  return sides.flatMap((side, place) => {
    const own = open.flatMap(({ target, left: places }) => (places.includes(place) ? [target] : []))
    return known(reading, plans, question, side, own).map((target) => ({
      question: code,
      other: side.question,
      target,
    }))
  })
}

function tablesOf(reading: PairReading, plans: QuestionPlans, sides: readonly PairSide[]) {
  const tables = new Map<PairSide, PairTable[]>()
  return (own: PairSide, place: number): PairTable => {
    const ofOwn = tables.get(own) ?? []
    tables.set(own, ofOwn)
    const other = sides[place]!
    ofOwn[place] ??= pairTable(
      own,
      other,
      { ofOwn: plans.get(own.question)!.plain, ofOther: plans.get(other.question)!.plain },
      { kindOf: reading.kinds.kindOf, membersOf: reading.membersOf, otherMoves: reading.movesOf(other) },
    )
    return ofOwn[place]
  }
}

/** The targets that programs of both questions leave no choice of. */
function known(
  reading: PairReading,
  plans: QuestionPlans,
  question: PairQuestion,
  other: PairSide,
  targets: readonly PairTarget[],
): readonly PairTarget[] {
  let left = targets
  for (const own of question.sides) {
    const counts = left.flatMap((target) => target.counts.filter(({ side }) => side === own))
    if (counts.length === 0) continue
    const unchanged = new Set(
      unchangingCounts(publishedPair(reading, plans, own, other), counts, reading.solver),
    )
    left = left.filter((target) => target.counts.every((count) => count.side !== own || unchanged.has(count)))
  }
  return left
}

function publishedPair(
  { wave, weighted, kinds, questions }: PairReading,
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
    ofOwn: questions.get(own.question)!,
    ofOther: questions.get(other.question)!,
    tables: [{ ...plain, bySample: false }, ...(weighted ? [{ ...ofWeighted, bySample: true }] : [])],
    kinds,
    patterns: wave.background.patterns,
  }
}
