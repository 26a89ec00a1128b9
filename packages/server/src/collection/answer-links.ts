import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { AnswerLink, PrismaClient } from '../generated/prisma/client.ts'
import { changeCollectingWave } from './change-collecting-wave.ts'
import type { Invited } from './invitations.ts'
import { hashCode, newCode } from './secret-code.ts'
import { organisationProblem } from './wave-organisations.ts'

/** A link, and its secret where it was made now: it is stored nowhere, and never told again. */
export interface LinkWithSecret {
  readonly kind: 'link'
  readonly link: AnswerLink
  readonly secret: string | null
}

/** Makes a link by which many answer, those of an organisation or all. Nothing keeps anybody from answering twice. */
export function createAnswerLink(
  prisma: PrismaClient,
  { wave: code, organisation = null }: Invited,
): Promise<LinkWithSecret | UserProblem> {
  return changeCollectingWave(prisma, code, async (transaction, { id: waveId }) => {
    const problem = await organisationProblem(transaction, code, organisation)
    if (problem !== undefined) return problem
    const secret = newCode()
    const data = { waveId, organisation, secretHash: hashCode(secret)! }
    return { kind: 'link', link: await transaction.answerLink.create({ data }), secret } as const
  })
}

/** Revokes a link: nobody answers by it any more, also who has its pages open. */
export async function revokeAnswerLink(
  prisma: PrismaClient,
  id: string,
): Promise<LinkWithSecret | UserProblem> {
  const found = await prisma.answerLink.findUnique({ where: { id }, include: { wave: true } })
  const unknown = () =>
    userProblem('NOT_FOUND', 'id', `There is no link "${id}". Wave.answerLinks lists them.`)
  if (found === null) return unknown()
  return changeCollectingWave(prisma, found.wave.code, async (transaction) => {
    const link = await transaction.answerLink.update({ where: { id }, data: { revoked: true } })
    return { kind: 'link', link, secret: null } as const
  })
}
