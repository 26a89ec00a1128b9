import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { PrismaClient, Wave } from '../generated/prisma/client.ts'
import { changeCollectingWave } from './change-collecting-wave.ts'
import { hashCode, newCode } from './secret-code.ts'
import { organisationProblem } from './wave-organisations.ts'

/** Invitations made at once, at most. */
export const mostInvitations = 5000

/** Invitations that were made, whose codes are told now and never again. */
export interface MadeInvitations {
  readonly kind: 'invitations'
  readonly wave: Wave
  readonly organisation: string | null
  readonly codes: readonly string[]
}

/** For whom invitations are. */
export interface Invited {
  /** Code of the wave. */
  readonly wave: string
  /** Category code of the wave's variable marked `partnerBoundary`; absent for all. */
  readonly organisation?: string | null | undefined
}

/**
 * Makes invitations, of which only hashes are kept. A wave of which more were made than it says were invited, says that
 * then, and is of a new version.
 */
export async function createInvitations(
  prisma: PrismaClient,
  { wave: code, organisation = null, number }: Invited & { readonly number: number },
): Promise<MadeInvitations | UserProblem> {
  if (number < 1 || number > mostInvitations) {
    const message = `${number} is no number of invitations; make 1 to ${mostInvitations} at once.`
    return userProblem('INVALID_INPUT', 'number', message)
  }
  return changeCollectingWave(prisma, code, async (transaction, { id: waveId, invited }) => {
    const problem = await organisationProblem(transaction, code, organisation)
    if (problem !== undefined) return problem
    const codes = Array.from({ length: number }, newCode)
    const data = codes.map((one) => ({ waveId, organisation, codeHash: hashCode(one)! }))
    // In an order of their own: they are mailed in that of the codes.
    data.sort((one, other) => Buffer.compare(one.codeHash, other.codeHash))
    await transaction.invitation.createMany({ data })
    const made = await transaction.invitation.count({ where: { waveId } })
    const more = made > (invited ?? 0) ? { invited: made, version: { increment: 1 } } : {}
    const wave = await transaction.wave.update({ where: { code }, data: more })
    return { kind: 'invitations', wave, organisation, codes } as const
  })
}

/** The wave whose invitations were revoked. */
export interface RevokedInvitations {
  readonly kind: 'revoked'
  readonly wave: Wave
}

/**
 * Revokes the invitations that were not used: of an organisation, or all. How many these are is not told: it would tell how
 * many of the organisation answered.
 */
export function revokeInvitations(
  prisma: PrismaClient,
  { wave: code, organisation }: Invited,
): Promise<RevokedInvitations | UserProblem> {
  return changeCollectingWave(prisma, code, async (transaction, wave) => {
    const problem = await organisationProblem(transaction, code, organisation)
    if (problem !== undefined) return problem
    await transaction.invitation.updateMany({
      where: { waveId: wave.id, used: false, ...(organisation != null && { organisation }) },
      data: { revoked: true, organisation: null },
    })
    return { kind: 'revoked', wave } as const
  })
}
