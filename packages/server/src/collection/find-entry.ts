import type { Prisma } from '../generated/prisma/client.ts'
import { notTaking } from './fieldwork.ts'
import { hashCode } from './secret-code.ts'
import { boundaryQuestions, organisationsOf } from './wave-organisations.ts'

/** What somebody may answer with a code or a link. */
export interface Entry {
  readonly kind: 'INVITATION' | 'LINK'
  readonly waveId: string
  readonly waveCode: string
  /** Category code of the wave's variable marked `partnerBoundary`, which is then not asked; null where it is. */
  readonly organisation: string | null
}

/** Why somebody cannot answer with a code or a link. */
export interface EntryProblem {
  /** Not there or withdrawn; a code that was used; a wave that is not open yet, or closed. */
  readonly problem: 'UNKNOWN' | 'USED' | 'NOT_OPEN' | 'CLOSED'
  readonly waveCode?: string
}

const entryWave = {
  id: true,
  code: true,
  status: true,
  fieldworkTo: true,
  questions: boundaryQuestions,
} satisfies Prisma.WaveSelect

/** Finds what a code or the secret of a link opens. */
export async function findEntry(
  prisma: Prisma.TransactionClient,
  secret: string,
): Promise<Entry | EntryProblem> {
  const hash = hashCode(secret)
  if (hash === undefined) return { problem: 'UNKNOWN' }
  const wave = { select: entryWave }
  const invitation = await prisma.invitation.findUnique({
    where: { codeHash: hash, revoked: false },
    include: { wave },
  })
  if (invitation !== null) return entryOf('INVITATION', invitation, invitation.used)
  const link = await prisma.answerLink.findUnique({
    where: { secretHash: hash, revoked: false },
    include: { wave },
  })
  return link === null ? { problem: 'UNKNOWN' } : entryOf('LINK', link, false)
}

interface Opened {
  readonly organisation: string | null
  readonly wave: Prisma.WaveGetPayload<{ select: typeof entryWave }>
}

function entryOf(kind: Entry['kind'], { organisation, wave }: Opened, used: boolean): Entry | EntryProblem {
  const problem = notTaking(wave) ?? (used ? 'USED' : undefined)
  if (problem !== undefined) return { problem, waveCode: wave.code }
  // Of a wave that was changed since, the organisation may be gone.
  const isKnown = organisationsOf(wave.questions).some(({ code }) => code === organisation)
  return { kind, waveId: wave.id, waveCode: wave.code, organisation: isKnown ? organisation : null }
}
