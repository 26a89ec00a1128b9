import type { Solver } from '../audit/solver.ts'
import { type GroupReasons, reasonOf, withReason } from '../plan/group-reasons.ts'
import type { WaveGroupings } from '../plan/read-wave.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import {
  findPairPins,
  type PairPin,
  type PairReading,
  type QuestionPlans,
  readPairs,
} from './find-pair-pins.ts'
import { grouped } from './grouped.ts'
import { type PairRemedy, pairRemedies } from './pair-remedies.ts'

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

/** All that tables of two questions tell, read next to those by background. */
export function allPairPins(reading: PairReading, plans: QuestionPlans): PairPin[] {
  return [...plans.keys()].flatMap((code) => pinsOf(reading, plans, code))
}

function pinsOf(reading: PairReading, plans: QuestionPlans, code: string): PairPin[] {
  const others = [...plans.keys()].filter((other) => other !== code)
  return findPairPins(reading, plans, code, others, reading.targetsOf(code))
}

function protectLayer(reading: PairReading, before: QuestionPlans): QuestionPlans {
  let plans = before
  for (const code of before.keys()) {
    for (const [other, pins] of grouped(pinsOf(reading, plans, code), (pin) => pin.other)) {
      const targets = [...new Set(pins.map(({ target }) => target))]
      const remedies = pairRemedies(shownSides(reading, plans, code, other))
      const choices = remedies.map((remedy) => withAlso(reading, plans, remedy))
      const isLeft = (choice: QuestionPlans) =>
        findPairPins(reading, choice, code, [other], targets).length > 0
      plans = choices.find((choice) => !isLeft(choice)) ?? choices.at(-1)!
    }
  }
  return plans
}

function shownSides({ wave, weighted }: PairReading, plans: QuestionPlans, code: string, other: string) {
  const side = (question: string, by: string) => {
    const { plain, weighted: ofWeighted } = plans.get(question)!
    return { question, reasons: weighted ? ofWeighted : plain, grouping: wave.byQuestion.get(by)! }
  }
  return [side(code, other), side(other, code)]
}

/** The same with these withheld of a question, and of those that it leads to: their bases are counts of its answers. */
function withAlso(
  { wave, weighted }: PairReading,
  plans: QuestionPlans,
  remedies: readonly PairRemedy[],
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
