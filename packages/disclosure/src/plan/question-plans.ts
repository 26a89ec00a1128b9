import type { Solver } from '../audit/solver.ts'
import type { DisclosurePolicy } from '../release-plan.ts'
import type { GroupReasons } from './group-reasons.ts'
import { planQuestion, type QuestionPlan } from './plan-question.ts'
import type { PlannedQuestion } from './question-tables.ts'
import { plannedQuestion, type WaveGroupings } from './read-wave.ts'

/** Plans a question of a wave, and before it those that it follows; an empty code stands for background alone. */
export type QuestionPlans = (question: string, planned?: PlannedQuestion) => QuestionPlan

const nothing: QuestionPlan = { plain: new Map(), weighted: new Map() }

/**
 * What the questions of a wave withhold. What the tables of background alone withhold, every question withholds. The
 * base of a question that answers to another lead to is a count of these, so it withholds what that one does.
 */
export function questionPlans(wave: WaveGroupings, policy: DisclosurePolicy, solver: Solver): QuestionPlans {
  const plans = new Map<string, QuestionPlan>()
  const planOf: QuestionPlans = (question, planned = plannedQuestion(wave, question)) => {
    const known = plans.get(question)
    if (known !== undefined) return known
    const plan = planQuestion(planned, before(question), policy, solver)
    plans.set(question, plan)
    return plan
  }
  const before = (question: string): QuestionPlan => {
    if (question === '') return nothing
    const gate = wave.data.variables.get(question)?.askedIf?.variable
    const earlier = policy.questions.slice(0, policy.questions.indexOf(question))
    return gate !== undefined && earlier.includes(gate) ? withAlso(planOf(''), planOf(gate)) : planOf('')
  }
  return planOf
}

/** The same with the groups of another question withheld, too. */
function withAlso(plan: QuestionPlan, other: QuestionPlan): QuestionPlan {
  const both = (one: GroupReasons, more: GroupReasons): GroupReasons =>
    new Map([...[...more.keys()].map((key) => [key, 'PROTECTS_ANOTHER'] as const), ...one])
  return { plain: both(plan.plain, other.plain), weighted: both(plan.weighted, other.weighted) }
}
