import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Prisma } from '../generated/prisma/client.ts'
import { codebookOfWave, whyUnreadable } from '../release/wave-codebook.ts'

/** Why the codebook of a wave cannot be read, as its import, its questionnaire and its release do. */
export async function unreadableCodebook(
  prisma: Prisma.TransactionClient,
  code: string,
): Promise<UserProblem | undefined> {
  const wave = await prisma.wave.findUniqueOrThrow({ where: { code }, include: codebookOfWave })
  const lines = whyUnreadable(wave)
  if (lines.length === 0) return undefined
  const message = `Wave ${code} cannot be read as it is: ${lines.join('; ')}. Mend that first.`
  return userProblem('INVALID_INPUT', 'wave', message)
}
