import { refuseShape } from '@peo/disclosure'
import { mayRead } from '../access/may-read.ts'
import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Caller, RequestContext } from '../context.ts'
import type { Prisma, Remark } from '../generated/prisma/client.ts'
import type { PublishedReleases } from '../release/published-releases.ts'
import { findAuthor, mostWaiting, tooManyWaiting } from './author.ts'
import { textProblem } from './bilingual.ts'
import {
  type Changed,
  changed,
  changeRow,
  notFound,
  type Removed,
  removeRow,
  type Versioned,
} from './changed.ts'
import { unlessWithdrawn } from './published-for.ts'
import { findWave, readSubject, type SubjectInput } from './subject.ts'

/** A remark on a published result. */
export interface NewRemark extends SubjectInput {
  readonly text: string
  readonly showName?: boolean | null | undefined
}

/** What staff decide on a remark. */
export interface RemarkDecision extends Versioned {
  readonly status: 'APPROVED' | 'HIDDEN'
  readonly reason?: string | null | undefined
}

/** Of the remarks on a wave that a viewer knows: those approved, of results that are out, and their own; to staff all. */
export function readableRemarks({
  viewer,
  caller,
}: Pick<RequestContext, 'viewer' | 'caller'>): Prisma.RemarkWhereInput {
  if (mayRead(viewer, 'STAFF')) return {}
  const approved = { status: 'APPROVED' as const, ...unlessWithdrawn(viewer) }
  const { account } = caller
  return account === undefined ? approved : { OR: [approved, { authorId: account }] }
}

/** Says something under a published result; it waits for staff. */
export async function createRemark(
  prisma: Prisma.TransactionClient,
  { viewer, caller, releases }: Pick<RequestContext, 'viewer' | 'caller' | 'releases'>,
  input: NewRemark,
): Promise<Changed<Remark> | UserProblem> {
  const problem = textProblem('text', input.text)
  if (problem !== undefined) return problem
  const author = await findAuthor(prisma, caller)
  if (author.kind === 'problem') return author
  const wave = await findWave(prisma, viewer, input.wave)
  if ('kind' in wave) return wave
  if (wave.status !== 'PUBLISHED') {
    const message = `The results of "${wave.code}" are not out, so that there is nothing to speak about.`
    return userProblem('INVALID_INPUT', 'wave', message)
  }
  const subject = await readSubject(prisma, wave, input)
  if (subject.kind === 'problem') return subject
  const withheld = input.table && (await unreleasedProblem(releases, wave.code, input.table))
  if (withheld) return withheld
  const authorId = author.id
  const waiting = await prisma.remark.count({ where: { authorId, status: 'WAITING' } })
  if (waiting >= mostWaiting) return tooManyWaiting('remarks')
  const { text, showName } = input
  const data = { ...subject.columns, text, authorId, showName: showName ?? false }
  return changed(await prisma.remark.create({ data }))
}

/** Why nobody can speak about a table: nobody can see it. */
async function unreleasedProblem(
  releases: PublishedReleases,
  code: string,
  { rows, columns, filter }: NonNullable<NewRemark['table']>,
): Promise<UserProblem | undefined> {
  const release = (await releases()).find(({ codebook }) => codebook.wave.code === code)
  const variables = [rows, ...(columns ?? []), ...(filter ?? []).map(({ variable }) => variable)]
  if (release === undefined || refuseShape(release.plan, variables) === undefined) return undefined
  const message = `${variables.join(' × ')} is not released together for ${code}; speak about a table that there is.`
  return userProblem('INVALID_INPUT', 'table', message)
}

/** Removes a remark of one's own. */
export async function removeRemark(
  prisma: Prisma.TransactionClient,
  { account }: Caller,
  read: Versioned,
): Promise<Removed | UserProblem> {
  const remark = await prisma.remark.findUnique({ where: { id: read.id } })
  if (account === undefined || remark?.authorId !== account) return notFound('remark', read.id)
  return removeRow(prisma.remark, 'remark', read)
}

/** Lets others read a remark, or hides it with a reason. */
export async function moderateRemark(
  prisma: Prisma.TransactionClient,
  { id, version, status, reason }: RemarkDecision,
): Promise<Changed<Remark> | UserProblem> {
  const problem = status === 'HIDDEN' ? textProblem('reason', reason ?? '') : undefined
  if (problem !== undefined) return problem
  const data = { status, reason: status === 'HIDDEN' ? (reason ?? null) : null }
  return changeRow(prisma.remark, 'remark', { id, version }, data)
}
