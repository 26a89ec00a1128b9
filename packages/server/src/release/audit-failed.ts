import type { AuditFinding } from '@peo/disclosure'

/** So many findings are told; what mends these mends the others, mostly. */
const mostTold = 10

/** Thrown where a wave is not published: readers could compute something about too few respondents. */
export class AuditFailed extends Error {
  readonly wave: string
  readonly findings: readonly AuditFinding[]

  constructor(wave: string, findings: readonly AuditFinding[]) {
    const told = [...new Set(findings.map(describeFinding))]
    const more = told.length > mostTold ? [`and ${told.length - mostTold} more`] : []
    const list = [...told.slice(0, mostTold), ...more].join('\n')
    super(`Wave ${wave} is not published: its release plan does not protect everyone.\n${list}`)
    this.wave = wave
    this.findings = findings
  }
}

const problems: Readonly<Record<AuditFinding['problem'], string>> = {
  SHOWN: 'it must be withheld and is not',
  FOLLOWS: 'a count follows from what would be published',
  PINNED: 'what would be published leaves one count',
  ONE_ANSWER: 'what would be published leaves one answer',
}

/** What is wrong, where, and what staff can do about it. */
export function describeFinding({ family, group, problem, answer }: AuditFinding): string {
  const [question, by] = family.split('|')
  const table = [question, by].filter(Boolean).join(' by ')
  const whose =
    group === null
      ? 'a group of too few respondents'
      : `group ${['', '*'].includes(group) ? 'everyone' : group}`
  const which = answer === null ? '' : ` (answer ${answer})`
  return `${table}, ${whose}: ${problems[problem]}${which}; merge categories, leave out a breakdown or raise minimumGroupSize`
}
