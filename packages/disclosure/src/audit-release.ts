import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import { findExposures, type Suspect } from './plan/find-exposures.ts'
import { reasonsOf } from './plan/group-reasons.ts'
import type { QuestionPlan } from './plan/plan-question.ts'
import { exposedNumbers, isNumeric } from './plan/protect-numbers.ts'
import type { PlannedQuestion } from './plan/question-tables.ts'
import { plannedQuestion, readWave } from './plan/read-wave.ts'
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

/**
 * Looks for what readers could compute in spite of a plan. A plan with findings must not be published.
 *
 * @param questions those whose tables are looked at, an empty code for those of background alone: a share of the
 * work. They are taken one by one, each when the one before is done.
 */
export function auditRelease(
  data: WaveData,
  plan: ReleasePlan,
  solver: Solver,
  progress: Progress = () => {},
  questions: Iterable<string> = ['', ...plan.questions],
): readonly AuditFinding[] {
  const wave = readWave(data, plan)
  const findings: AuditFinding[] = []
  let done = 0
  for (const question of questions) {
    const planned = plannedQuestion(wave, question)
    const reasons = {
      plain: reasonsOf(plan.withheld, question),
      weighted: reasonsOf(plan.withheldWeighted, question),
    }
    const found = [
      ...findExposures(planned, reasons, plan, solver),
      ...(isNumeric(data, question) ? shownNumbers(planned, question, reasons, plan) : []),
    ]
    findings.push(...found.map(({ by, ...suspect }) => ({ ...suspect, family: familyKey({ question, by }) })))
    progress(done++, plan.questions.length)
  }
  return findings
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
