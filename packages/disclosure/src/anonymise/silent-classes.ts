import type { WaveData } from '@peo/tabulation'
import { pinnedAnswers } from '../audit/pinned-answers.ts'
import type { Solver } from '../audit/solver.ts'
import { findPinned, secretsOf } from '../plan/find-pinned.ts'
import { reasonsOf } from '../plan/group-reasons.ts'
import { type GroupingTables, plainTables, weightedTables } from '../plan/question-tables.ts'
import { plannedQuestion, readWave } from '../plan/read-wave.ts'
import type { ReleasePlan } from '../release-plan.ts'
import { CLASS, classGrouping } from './class-grouping.ts'
import type { ClassRows } from './withhold-answers.ts'

/**
 * Whether the answers of these classes leave open, next to the tables by background, what fewer than k whom any
 * categories single out together answered: by the linear programs that a plan is audited with.
 */
export function silentClasses(
  data: WaveData,
  plan: ReleasePlan,
  solver: Solver,
): (classes: ClassRows) => boolean {
  const wave = readWave(data, plan)
  const questions = plan.questions.map((code) => {
    const question = plannedQuestion(wave, code)
    const plain = reasonsOf(plan.withheld, code)
    return question.classOf === undefined
      ? { tables: plainTables(question, plan, solver), reasons: plain }
      : {
          tables: weightedTables(question, plain, plan, solver),
          reasons: reasonsOf(plan.withheldWeighted, code),
        }
  })
  return (classes) => {
    const together = [wave.background, classGrouping(classes, data.size)]
    return questions.every(({ tables, reasons }) => {
      const joint = ofWholeClasses(tables.jointly(together))
      const secrets = secretsOf(joint, reasons)
      return findPinned(joint, reasons, (known) => pinnedAnswers(known, solver), secrets).length === 0
    })
  }
}

/** The rows tell of a class as a whole: their weights are coarsened, so that they do not tell its parts. */
function ofWholeClasses(tables: GroupingTables): GroupingTables {
  const groups = tables.system.groups.map((group) =>
    group.names[0]!.by[0] === CLASS ? { ...group, parts: [group.atoms] } : group,
  )
  return { ...tables, system: { ...tables.system, groups } }
}
