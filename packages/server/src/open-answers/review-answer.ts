import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { OpenAnswer, PrismaClient } from '../generated/prisma/client.ts'
import { longestText } from '../import/read-answer.ts'
import { isBlank } from '../is-blank.ts'
import { findPersonalData } from './find-personal-data.ts'

/** What somebody decides about an open answer. */
export interface Review {
  readonly id: string
  /** What its version was when it was read. */
  readonly version: number
  readonly approve: boolean
  /** What readers may see of it, where that is less than what was given. */
  readonly text?: string | null | undefined
  /** That what is marked in it was read, and is none. */
  readonly noPersonalData?: boolean | undefined
}

/** An open answer as it is now. */
export interface ReviewedAnswer {
  readonly kind: 'answer'
  readonly answer: OpenAnswer
}

/** Approves an open answer, perhaps with parts taken out, or rejects it. */
export async function reviewAnswer(
  prisma: PrismaClient,
  { id, version, approve, text, noPersonalData = false }: Review,
): Promise<ReviewedAnswer | UserProblem> {
  const stored = await prisma.openAnswer.findUnique({ where: { id } })
  if (stored === null) {
    const message = `There is no open answer "${id}". The query "openAnswers" lists those of a wave.`
    return userProblem('UNKNOWN_ANSWER', 'id', message)
  }
  const shown = (text ?? stored.text).trim()
  if (approve && (isBlank(shown) || shown.length > longestText)) {
    const message = `What readers would see is empty or longer than ${longestText} characters; reject it, or shorten it.`
    return userProblem('INVALID_INPUT', 'text', message)
  }
  const left = approve && !noPersonalData ? findPersonalData(shown) : []
  if (left.length > 0) {
    const what = left.map(({ kind, from, to }) => `"${shown.slice(from, to)}" (${kind})`).join(', ')
    const message = `What readers would see is likely to hold personal data: ${what}. Give the text without it, or say noPersonalData: true if it is none.`
    return userProblem('INVALID_INPUT', 'text', message)
  }
  const { count } = await prisma.openAnswer.updateMany({
    where: { id, version },
    data: {
      version: { increment: 1 },
      status: approve ? 'APPROVED' : 'REJECTED',
      approved: approve ? shown : null,
    },
  })
  const answer = await prisma.openAnswer.findUniqueOrThrow({ where: { id } })
  if (count === 1) return { kind: 'answer', answer }
  const message = `This answer was reviewed since you read version ${version}: it is ${answer.status}, version ${answer.version}. Read it again.`
  return userProblem('CONFLICT', 'version', message)
}
