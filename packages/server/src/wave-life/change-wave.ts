import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Prisma, PrismaClient, Wave } from '../generated/prisma/client.ts'
import type { WaveStatus } from '../generated/prisma/enums.ts'
import { writeTimeout } from '../release/publish-wave.ts'

/** A wave as somebody read it, which they change. */
export interface WaveAsRead {
  /** Its code. */
  readonly wave: string
  /** What its version was when it was read. */
  readonly version: number
}

/** The wave as it is now. */
export interface ChangedWave {
  readonly kind: 'wave'
  readonly wave: Wave
}

/** Makes a change: what it changes of the wave itself, or a problem and then nothing is changed. */
export type WaveChange = (
  transaction: Prisma.TransactionClient,
  wave: Wave,
) => Promise<Prisma.WaveUpdateInput | UserProblem>

/** Ends a transaction without a change. */
class Refused extends Error {
  readonly problem: UserProblem
  constructor(problem: UserProblem) {
    super(problem.message)
    this.problem = problem
  }
}

/**
 * Changes a wave that is in one of some states and is still what somebody read, all of it or nothing. Who changes the
 * same wave at the same time waits, and then finds another version.
 */
export function changeWave(
  prisma: PrismaClient,
  asRead: WaveAsRead,
  states: readonly WaveStatus[],
  change: WaveChange,
): Promise<ChangedWave | UserProblem> {
  return holdWave(prisma, asRead, states, async (transaction, wave) => {
    const data = await change(transaction, wave)
    if ('kind' in data) return data as UserProblem
    return transaction.wave.update({ where: { id: wave.id }, data })
  })
}

/** As `changeWave`, with a change that writes the wave itself, or removes it, and gives it as it then is or last was. */
export async function holdWave(
  prisma: PrismaClient,
  { wave: code, version }: WaveAsRead,
  states: readonly WaveStatus[],
  change: (transaction: Prisma.TransactionClient, wave: Wave) => Promise<Wave | UserProblem>,
): Promise<ChangedWave | UserProblem> {
  try {
    const work = async (transaction: Prisma.TransactionClient) => {
      const { count } = await transaction.wave.updateMany({
        where: { code, version, status: { in: [...states] } },
        data: { version: { increment: 1 } },
      })
      const wave = await transaction.wave.findUnique({ where: { code } })
      if (wave === null) throw new Refused(unknownWave(code))
      if (count === 0) throw new Refused(notNow(wave, version, states))
      const after = await change(transaction, wave)
      if ('kind' in after) throw new Refused(after)
      return { kind: 'wave', wave: after } as const
    }
    return await prisma.$transaction(work, { timeout: writeTimeout })
  } catch (error) {
    if (error instanceof Refused) return error.problem
    throw error
  }
}

/** That there is no such wave. */
export function unknownWave(code: string): UserProblem {
  return userProblem(
    'UNKNOWN_WAVE',
    'wave',
    `There is no wave "${code}". The query "waves" lists those that are.`,
  )
}

function notNow(wave: Wave, version: number, states: readonly WaveStatus[]): UserProblem {
  const { code, status } = wave
  if (!states.includes(status)) {
    const message = `Wave ${code} is ${status}; this is done while it is ${states.join(' or ')}.`
    return userProblem('WRONG_STATE', 'wave', message)
  }
  const message = `Wave ${code} was changed since you read version ${version}: it is at version ${wave.version}. Read it again, and change that.`
  return userProblem('CONFLICT', 'version', message)
}
