import { type UserProblem, userProblem } from '../access/user-problem.ts'
import { notTaking } from '../collection/fieldwork.ts'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { type ChangedWave, changeWave, type WaveAsRead } from './change-wave.ts'
import { unreadableCodebook } from './unreadable-codebook.ts'
import { untitled } from './wave-details.ts'
import { waveProblems } from './wave-problems.ts'

/** Opens a draft for answers, when its questionnaire has nothing left that keeps people from answering. */
export function openWave(
  prisma: PrismaClient,
  asRead: WaveAsRead,
  now = new Date(),
): Promise<ChangedWave | UserProblem> {
  return changeWave(prisma, asRead, ['DRAFT'], async (transaction, wave) => {
    const { code, fieldworkFrom, fieldworkTo } = wave
    const asked = { wave: { code }, variable: { measurement: { not: 'WEIGHT' } } } as const
    const missing = [
      ...(untitled(wave) === undefined ? [] : ['a title in each of its languages']),
      ...(fieldworkFrom === null || fieldworkTo === null ? ['the days of its fieldwork'] : []),
      ...((await transaction.question.count({ where: asked })) === 0 ? ['questions'] : []),
    ]
    if (missing.length > 0)
      return userProblem('INVALID_INPUT', 'wave', `Wave ${code} still needs ${missing.join(' and ')}.`)
    const problems = await waveProblems(transaction, code)
    const blocking = problems.filter(({ kind }) => kind === 'UNREACHABLE' || kind === 'UNTRANSLATED')
    if (blocking.length > 0)
      return userProblem('INVALID_INPUT', 'wave', blocking.map(({ message }) => message).join(' '))
    if (notTaking({ status: 'FIELDING', fieldworkTo }, now) !== undefined) {
      const message = `The last day of wave ${code} is past; it would be closed at once. Give it a later fieldworkTo by updateWave; closeWave ends it before that.`
      return userProblem('INVALID_INPUT', 'wave', message)
    }
    return (await unreadableCodebook(transaction, code)) ?? { status: 'FIELDING' }
  })
}
