import type { Solver } from '../audit/solver.ts'
import { type GroupReasons, reasonOf, withReason } from '../plan/group-reasons.ts'
import type { WaveGroupings } from '../plan/read-wave.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import {
  type PairPin,
  type PairReading,
  pinsByProgram,
  type QuestionPlans,
  readPairs,
  undecidedPairs,
  type Work,
} from './find-pair-pins.ts'
import { grouped } from './grouped.ts'
import type { PairInOrder } from './pair-order.ts'
import { type PairRemedy, pairRemedies } from './pair-remedies.ts'
import type { PairTarget } from './pair-targets.ts'
import { pairParts } from './parts-of.ts'

/** What exchanges do at most in planning, and in an audit, and what programs do. */
export const mostWork = 500

/** Withholds of tables of two questions what tells of the answers of those who must not be known by background. */
export function protectQuestionPairs(
  wave: WaveGroupings,
  before: QuestionPlans,
  policy: DisclosurePolicy,
  solver: Solver,
): QuestionPlans {
  const plain = protectLayer(readPairs(wave, before, policy, solver, false), before)
  if (wave.classOf === undefined) return plain
  return protectLayer(readPairs(wave, plain, policy, solver, true), plain)
}

/**
 * What tables of two questions tell, read next to those by background, the tightest pairs of a part first. Exchanges
 * decide most; programs the rest, beginning with what is open by background alone. Both do so much work and no more.
 */
export function partPins(
  reading: PairReading,
  plans: QuestionPlans,
  part: number,
  most = mostWork,
): PairPin[] {
  const search = { left: most / pairParts.length }
  const undecided = reading.parts[part]!.flatMap((pair) =>
    undecidedPairs(reading, plans, pair, reading.targetsOf(pair.question), search),
  )
  const work = { left: most / pairParts.length }
  return [true, false].flatMap((isTied) =>
    undecided
      .filter((pair) => pair.isTied === isTied)
      .flatMap((pair) => (work.left > 0 ? pinsByProgram(reading, plans, pair, work) : [])),
  )
}

/** Withholds more until the search that an audit makes finds nothing, or nothing is left to withhold. */
function protectLayer(reading: PairReading, before: QuestionPlans): QuestionPlans {
  let plans = before
  const allPins = () => pairParts.flatMap((part) => partPins(reading, plans, part))
  for (let pins = allPins(); pins.length > 0; pins = allPins()) {
    const shown = plans
    for (const own of grouped(pins, ({ question, other }) => `${question}|${other}`).values()) {
      const targets = own.map(({ target }) => target)
      plans = mended(reading, plans, own[0]!, [...new Set(targets)])
    }
    if (withheldNumber(plans) === withheldNumber(shown)) break
  }
  return plans
}

function withheldNumber(plans: QuestionPlans): number {
  return [...plans.values()].reduce((sum, { plain, weighted }) => sum + plain.size + weighted.size, 0)
}

/** The same with the least withheld of two questions that leaves these open; what helped before may do. */
function mended(
  reading: PairReading,
  plans: QuestionPlans,
  { question, other }: PairInOrder,
  targets: readonly PairTarget[],
): QuestionPlans {
  const isLeft = (choice: QuestionPlans) =>
    undecidedPairs(reading, choice, { question, other }, targets, unbounded()).some(
      (pair) => pinsByProgram(reading, choice, pair, unbounded()).length > 0,
    )
  if (!isLeft(plans)) return plans
  // Weighted tables give away what unweighted ones hide, and the other way round.
  const choices = (reading.weighted ? [true, false] : [false]).flatMap((weighted) =>
    pairRemedies(shownSides(reading, plans, { question, other }, weighted)).map((remedy) =>
      withAlso(reading.wave, plans, remedy, weighted),
    ),
  )
  return choices.find((choice) => !isLeft(choice)) ?? choices.at(-1)!
}

const unbounded = (): Work => ({ left: Number.POSITIVE_INFINITY })

function shownSides(
  { wave }: PairReading,
  plans: QuestionPlans,
  { question: code, other }: PairInOrder,
  weighted: boolean,
) {
  const side = (question: string, by: string) => {
    const { plain, weighted: ofWeighted } = plans.get(question)!
    return { question, reasons: weighted ? ofWeighted : plain, grouping: wave.byQuestion.get(by)! }
  }
  return [side(code, other), side(other, code)]
}

/** The same with these withheld of a question, perhaps weighted only, and of those that it leads to: their bases are counts of its answers. */
function withAlso(
  wave: WaveGroupings,
  plans: QuestionPlans,
  remedies: readonly PairRemedy[],
  weighted: boolean,
): QuestionPlans {
  const all = new Map(plans)
  for (const { question, groups } of remedies) {
    for (const code of [question, ...ledToBy(wave, question, [...plans.keys()])]) {
      const { plain, weighted: ofWeighted } = all.get(code)!
      all.set(code, {
        plain: weighted ? plain : withMore(plain, groups),
        weighted: withMore(ofWeighted, groups),
      })
    }
  }
  return all
}

function withMore(reasons: GroupReasons, groups: PairRemedy['groups']): GroupReasons {
  const shown = groups.filter((group) => reasonOf(reasons, group) === undefined)
  return withReason(reasons, shown, 'PROTECTS_ANOTHER')
}

function ledToBy(wave: WaveGroupings, question: string, codes: readonly string[]): string[] {
  const { variables } = wave.data
  const next = codes.filter(
    (code) => code !== question && variables.get(code)?.askedIf?.variable === question,
  )
  return next.flatMap((code) => [
    code,
    ...ledToBy(
      wave,
      code,
      codes.filter((one) => one !== question),
    ),
  ])
}
