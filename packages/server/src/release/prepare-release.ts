import type { AnonymousAnswers, AuditFinding, Progress, ReleasePlan } from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import type { LocalActor } from '../audit/note-locally.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { AuditFailed } from './audit-failed.ts'
import type { StoredColumn } from './encode-column.ts'
import { planOnce } from './kept-plans.ts'
import { anonymousOnThread, auditOnThreads, planOnThreads } from './plan-on-threads.ts'
import { type CollectedWave, collectedData, findUnreleasable, readWave, storedColumns } from './read-wave.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { releaseDigest } from './release-digest.ts'

/** Is told how far the publication of a wave is: so many questions of a stage are done. */
export type PublishProgress = (
  wave: string,
  stage: 'release plan' | 'audit',
  done: number,
  of: number,
) => void

/** Looks for what readers could compute in spite of a plan. */
export type ReleaseAudit = (
  data: WaveData,
  plan: ReleasePlan,
  progress: Progress,
) => Promise<readonly AuditFinding[]>

/** How to publish. */
export interface PublishOptions {
  /** Who does, for the audit log; the command line where it is absent. */
  readonly by?: LocalActor
  readonly progress?: PublishProgress
  /** Checks the plan before anything is written. */
  readonly audit?: ReleaseAudit
}

/** A release before it is written. */
export interface PreparedRelease {
  /** `sourceDigest` of the wave that it was made from. */
  readonly source: string
  readonly codebook: ReleaseCodebook
  readonly plan: ReleasePlan
  readonly columns: ReadonlyMap<string, StoredColumn<ArrayBuffer>>
  readonly respondents: number
  /** Absent where no row may be shown. */
  readonly anonymous?: AnonymousAnswers
}

/**
 * Makes the release of a wave: plans it, audits the plan and anonymises the answers, on worker threads. Writes nothing.
 *
 * @throws AuditFailed when readers could compute what they must not
 * @throws Error when the wave does not exist, is not closed, has no answers, or has answers that its design does
 * not fit
 */
export async function prepareRelease(
  prisma: Prisma.TransactionClient,
  code: string,
  { progress, audit = auditOnThreads }: PublishOptions = {},
): Promise<PreparedRelease> {
  const wave = await readWave(prisma, code)
  if (wave === undefined) throw new Error(`There is no wave ${code}.`)
  const { status, codebook, policy, rows } = wave
  if (status !== 'CLOSED') throw new Error(`Wave ${code} is ${status}; only a closed wave is published.`)
  const unreleasable = findUnreleasable(wave)
  if (unreleasable !== undefined) throw new Error(unreleasable)
  const columns = await storedColumns(wave)
  const data = collectedData(wave, columns)
  const source = sourceDigest(wave, columns)
  const plan = await planOnce(source, () =>
    planOnThreads(data, policy, (...far) => progress?.(code, 'release plan', ...far)),
  )
  // Neither needs the other, and the audit takes the threads that the file leaves.
  const [anonymous, findings] = await Promise.all([
    anonymousOnThread(codebook, data, plan),
    audit(data, plan, (...far) => progress?.(code, 'audit', ...far)),
  ])
  if (findings.length > 0) throw new AuditFailed(code, findings)
  return { source, codebook, plan, columns, respondents: rows.length, ...(anonymous && { anonymous }) }
}

/** A digest of all that a release is made from. */
export function sourceDigest(
  { codebook, policy }: CollectedWave,
  columns: ReadonlyMap<string, StoredColumn>,
): string {
  return releaseDigest(codebook, policy, columns)
}
