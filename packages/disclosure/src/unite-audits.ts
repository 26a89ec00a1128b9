import type { AuditFinding } from './audit-finding.ts'
import type { ReleasePlan } from './release-plan.ts'

/** What an audit of some questions found. */
export interface AuditShare {
  /** An empty code for the tables of background alone. */
  readonly questions: readonly string[]
  readonly findings: readonly AuditFinding[]
}

/**
 * Puts audits of shares of a plan's questions together: the findings of one audit of all, in the same order.
 *
 * @throws RangeError when a question was in none of them
 */
export function uniteAudits(
  { questions }: Pick<ReleasePlan, 'questions'>,
  shares: readonly AuditShare[],
): AuditFinding[] {
  return ['', ...questions].flatMap((question) => {
    if (!shares.some((share) => share.questions.includes(question)))
      throw new RangeError(`no audit looked at the tables of "${question}"`)
    return shares
      .flatMap(({ findings }) => findings)
      .filter(({ family }) => family.startsWith(`${question}|`))
  })
}
