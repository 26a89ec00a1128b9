import type { WaveData } from '@peo/tabulation'
import type { Solver } from './audit/solver.ts'
import type { AuditFinding } from './audit-finding.ts'
import { findExposures, type Suspect } from './plan/find-exposures.ts'
import { withheldOf } from './plan/group-reasons.ts'
import type { QuestionPlan } from './plan/plan-question.ts'
import { exposedNumbers, isNumeric } from './plan/protect-numbers.ts'
import type { PlannedQuestion } from './plan/question-tables.ts'
import { plannedQuestion, readWave } from './plan/read-wave.ts'
import type { Progress } from './plan-questions.ts'
import { familyKey, isSpreadWithheld, type ReleasePlan } from './release-plan.ts'

/**
 * Looks for what readers could compute of some questions in spite of a plan, of each question by itself.
 *
 * @param questions those whose tables are looked at, an empty code for those of background alone: a share of the
 * work. They are taken one by one, each when the one before is done.
 */
export function auditQuestions(
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
    const reasons = withheldOf(plan, question)
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
