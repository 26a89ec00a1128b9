import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import type { AuditFinding } from './audit-finding.ts'
import { readPairs } from './pairs/find-pair-pins.ts'
import { pairParts } from './pairs/parts-of.ts'
import { mostWork, partPins } from './pairs/protect-question-pairs.ts'
import { withheldOf } from './plan/group-reasons.ts'
import { readWave } from './plan/read-wave.ts'
import { familyKey, type ReleasePlan } from './release-plan.ts'

/**
 * Looks for tables of two questions that, next to those by background, tell of answers that must not be known.
 *
 * @param parts those that are searched: a share of the work
 * @param most exchanges are sought for no longer than this, and then programs, in about a thousandth of a second
 */
export function auditPairs(
  data: WaveData,
  plan: ReleasePlan,
  solver: Solver,
  parts: readonly number[] = pairParts,
  most = mostWork,
): AuditFinding[] {
  const wave = readWave(data, plan)
  const plans = new Map(plan.questions.map((question) => [question, withheldOf(plan, question)]))
  const layers = wave.classOf === undefined ? [false] : [false, true]
  return layers.flatMap((weighted) => {
    const reading = readPairs(wave, plans, plan, solver, weighted)
    const pins = parts.flatMap((part) => partPins(reading, plans, part, most))
    return pins.map(({ question, other, target: { secret, problem, answer } }) => ({
      family: familyKey({ question, by: [other] }),
      group: reading.questionOf(question).secrets[secret]!.group?.key ?? null,
      problem,
      answer,
    }))
  })
}
