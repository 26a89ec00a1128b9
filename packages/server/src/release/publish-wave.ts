import { auditRelease, type DisclosurePolicy, planRelease, type ReleasePlan } from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import type { Prisma } from '../generated/prisma/client.ts'
import { anonymousAnswers, storedAnswers } from './anonymous-file.ts'
import { AuditFailed } from './audit-failed.ts'
import { collectedData, findUnreleasable, readWave, storedColumns } from './read-wave.ts'
import { releaseDigest } from './release-digest.ts'
import { sharedSolver } from './shared-solver.ts'

/** Is told how far the publication of a wave is: so many questions of a stage are done. */
export type PublishProgress = (
  wave: string,
  stage: 'release plan' | 'audit',
  done: number,
  of: number,
) => void

/** How to publish. */
export interface PublishOptions {
  readonly progress?: PublishProgress
  /** Checks the plan before anything is written. */
  readonly audit?: typeof auditRelease
}

/**
 * Publishes a wave: computes the release plan, audits it, writes the release and marks the wave. Run it in a
 * transaction.
 *
 * @returns the digest of the release
 * @throws AuditFailed when readers could compute what they must not
 * @throws Error when the wave does not exist, is not closed, has no answers, or has answers that its design does
 * not fit
 */
export async function publishWave(
  prisma: Prisma.TransactionClient,
  code: string,
  options: PublishOptions = {},
): Promise<string> {
  const wave = await readWave(prisma, code)
  if (wave === undefined) throw new Error(`There is no wave ${code}.`)
  const { status, releases, codebook, policy, rows } = wave
  if (status !== 'CLOSED') throw new Error(`Wave ${code} is ${status}; only a closed wave is published.`)
  const unreleasable = findUnreleasable(wave)
  if (unreleasable !== undefined) throw new Error(unreleasable)
  const columns = await storedColumns(wave)
  const data = collectedData(wave, columns)
  const plan = await auditedPlan(data, policy, options)
  const anonymous = anonymousAnswers(codebook, data, plan, await sharedSolver())
  const digest = releaseDigest(codebook, plan, columns)
  await prisma.release.create({
    data: {
      wave: { connect: { code } },
      number: Math.max(0, ...releases) + 1,
      digest,
      publishedOn: new Date(),
      respondents: rows.length,
      codebook,
      plan: plan as unknown as Prisma.InputJsonObject,
      ...(anonymous && { anonymous: { create: storedAnswers(anonymous) } }),
      columns: {
        create: [...columns].map(([variable, { data, levels }]) => ({
          variable,
          data,
          levels: [...levels],
        })),
      },
    },
  })
  await prisma.wave.update({ where: { code }, data: { status: 'PUBLISHED' } })
  return digest
}

async function auditedPlan(
  data: WaveData,
  policy: DisclosurePolicy,
  { progress, audit = auditRelease }: PublishOptions,
): Promise<ReleasePlan> {
  const solver = await sharedSolver()
  const plan = planRelease(data, policy, solver, (done, of) =>
    progress?.(data.wave, 'release plan', done, of),
  )
  const findings = audit(data, plan, solver, (done, of) => progress?.(data.wave, 'audit', done, of))
  if (findings.length > 0) throw new AuditFailed(data.wave, findings)
  return plan
}
