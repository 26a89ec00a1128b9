import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Viewer } from '../context.ts'
import type { Meeting, Prisma } from '../generated/prisma/client.ts'
import type { MeetingKind } from '../generated/prisma/enums.ts'
import { type Changed, changed, changeRow, type Removed, removeRow, type Versioned } from './changed.ts'
import { given, type Optional } from './given.ts'
import { findWave } from './subject.ts'

interface MeetingParts {
  readonly kind: MeetingKind
  /** Null where it is not known. */
  readonly heldOn: Date
  /** Null where it is not known. */
  readonly attending: number
}

/** A meeting to name. */
export type NewMeeting = Optional<MeetingParts> & Pick<MeetingParts, 'kind'> & { readonly wave: string }

/** What is to be different in a meeting. */
export type MeetingChange = Optional<MeetingParts> & Versioned

/** Names a meeting on a wave. */
export async function createMeeting(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  { wave: code, kind, ...parts }: NewMeeting,
): Promise<Changed<Meeting> | UserProblem> {
  const problem = attendingProblem(parts)
  if (problem !== undefined) return problem
  const wave = await findWave(prisma, viewer, code)
  if ('kind' in wave) return wave
  return changed(await prisma.meeting.create({ data: { waveId: wave.id, kind, ...columns(parts) } }))
}

/** Changes a meeting. */
export async function changeMeeting(
  prisma: Prisma.TransactionClient,
  { id, version, ...parts }: MeetingChange,
): Promise<Changed<Meeting> | UserProblem> {
  return attendingProblem(parts) ?? changeRow(prisma.meeting, 'meeting', { id, version }, columns(parts))
}

/** Removes a meeting. */
export function removeMeeting(
  prisma: Prisma.TransactionClient,
  read: Versioned,
): Promise<Removed | UserProblem> {
  return removeRow(prisma.meeting, 'meeting', read)
}

function columns({ kind, heldOn, attending }: Optional<MeetingParts>) {
  return {
    ...given({ kind }),
    ...(heldOn !== undefined && { heldOn }),
    ...(attending !== undefined && { attending }),
  }
}

function attendingProblem({ attending }: Optional<MeetingParts>): UserProblem | undefined {
  if (!attending || attending > 0) return undefined
  return userProblem('INVALID_INPUT', 'attending', `${attending} people cannot attend; give 0 or more.`)
}
