import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { readPairs } from './pairs/find-pair-pins.ts'
import { allPairPins } from './pairs/protect-question-pairs.ts'
import { findExposures, type Suspect } from './plan/find-exposures.ts'
import { reasonsOf } from './plan/group-reasons.ts'
import type { QuestionPlan } from './plan/plan-question.ts'
import { exposedNumbers, isNumeric } from './plan/protect-numbers.ts'
import type { PlannedQuestion } from './plan/question-tables.ts'
import { plannedQuestion, readWave, type WaveGroupings } from './plan/read-wave.ts'
import type { Progress } from './plan-release.ts'
import { familyKey, isSpreadWithheld, type ReleasePlan } from './release-plan.ts'

/** Something that readers could compute about fewer than k respondents, in spite of a plan. */
export interface AuditFinding {
  /** `familyKey` of the tables that give it away. */
  readonly family: string
  /** The group concerned, or null where it is a set of respondents without a name. */
  readonly group: string | null
  /**
   * `SHOWN`: a group that must be withheld is not, or a mean or spread that tells where a number was given that fewer
   * than k gave. `FOLLOWS`: a count follows by addition and subtraction. `PINNED`: what is published leaves one value for
   * the count of an answer. `ONE_ANSWER`: it leaves one answer.
   */
  readonly problem: 'SHOWN' | 'FOLLOWS' | 'PINNED' | 'ONE_ANSWER'
  /** The answer concerned, where the problem is one answer's. */
  readonly answer: string | null
}

/** Looks for what readers could compute in spite of a plan. A plan with findings must not be published. */
export function auditRelease(
  data: WaveData,
  plan: ReleasePlan,
  solver: Solver,
  progress: Progress = () => {},
): readonly AuditFinding[] {
  const wave = readWave(data, plan)
  const found = ['', ...plan.questions].flatMap((question, done) => {
    const planned = plannedQuestion(wave, question)
    const reasons = withheldOf(plan, question)
    const found = [
      ...findExposures(planned, reasons, plan, solver),
      ...(isNumeric(data, question) ? shownNumbers(planned, question, reasons, plan) : []),
    ]
    progress(done, plan.questions.length)
    return found.map(({ by, ...suspect }) => ({ ...suspect, family: familyKey({ question, by }) }))
  })
  return [...found, ...tellingPairs(wave, plan, solver)]
}

function withheldOf(plan: ReleasePlan, question: string): QuestionPlan {
  return {
    plain: reasonsOf(plan.withheld, question),
    weighted: reasonsOf(plan.withheldWeighted, question),
  }
}

/** The tables of two questions that tell of secrets by background. */
function tellingPairs(wave: WaveGroupings, plan: ReleasePlan, solver: Solver): AuditFinding[] {
  const plans = new Map(plan.questions.map((question) => [question, withheldOf(plan, question)]))
  const layers = wave.classOf === undefined ? [false] : [false, true]
  return layers.flatMap((weighted) => {
    const reading = readPairs(wave, plans, plan, solver, weighted)
    return allPairPins(reading, plans).map(({ question, other, target: { secret, problem, answer } }) => ({
      family: familyKey({ question, by: [other] }),
      group: reading.questionOf(question).secrets[secret]!.group?.key ?? null,
      problem,
      answer,
    }))
  })
}

/** The numbers given by few that means by other questions tell too much of. */
function shownNumbers(
  question: PlannedQuestion,
  code: string,
  reasons: QuestionPlan,
  plan: ReleasePlan,
): Suspect[] {
  const spreadWithheld = plan.questions.filter((other) =>
    isSpreadWithheld(plan, { question: code, by: [other] }),
  )
  return exposedNumbers(question, { ...reasons, spreadWithheld }, plan).map(({ number, ...group }) => ({
    ...group,
    problem: 'SHOWN',
    answer: String(number),
  }))
}
