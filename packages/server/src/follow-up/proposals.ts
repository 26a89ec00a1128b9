import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Caller, Viewer } from '../context.ts'
import type { Prisma, Proposal } from '../generated/prisma/client.ts'
import type { ProposalKind } from '../generated/prisma/enums.ts'
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
import { findWave } from './subject.ts'

/** A theme or question that a professional would have a next wave ask. */
export interface NewProposal {
  readonly kind: ProposalKind
  readonly text: string
  readonly showName?: boolean | null | undefined
}

/** What staff decide on a proposal. */
export interface ProposalDecision extends Versioned {
  readonly status: 'TAKEN_UP' | 'DECLINED'
  readonly reason: string
  /** Code of the wave that takes it up. */
  readonly wave?: string | null | undefined
}

/** Proposes something. */
export async function createProposal(
  prisma: Prisma.TransactionClient,
  caller: Caller,
  { kind, text, showName }: NewProposal,
): Promise<Changed<Proposal> | UserProblem> {
  const problem = textProblem('text', text)
  if (problem !== undefined) return problem
  const author = await findAuthor(prisma, caller)
  if (author.kind === 'problem') return author
  const authorId = author.id
  const waiting = await prisma.proposal.count({ where: { authorId, status: 'PROPOSED' } })
  if (waiting >= mostWaiting) return tooManyWaiting('proposals')
  return changed(
    await prisma.proposal.create({ data: { kind, text, authorId, showName: showName ?? false } }),
  )
}

/** Removes a proposal of one's own, until staff decided. */
export async function removeProposal(
  prisma: Prisma.TransactionClient,
  { account }: Caller,
  read: Versioned,
): Promise<Removed | UserProblem> {
  const { id } = read
  const own =
    account === undefined ? null : await prisma.proposal.findUnique({ where: { id, authorId: account } })
  return own?.status === 'PROPOSED' ? eraseProposal(prisma, read) : notFound('proposal', id)
}

/** Removes a proposal, whoever made it. */
export function eraseProposal(
  prisma: Prisma.TransactionClient,
  read: Versioned,
): Promise<Removed | UserProblem> {
  return removeRow(prisma.proposal, 'proposal', read)
}

/** Supports a proposal of somebody else, once, or no longer. */
export async function supportProposal(
  prisma: Prisma.TransactionClient,
  caller: Caller,
  id: string,
  supports: boolean,
): Promise<Changed<Proposal> | UserProblem> {
  const author = await findAuthor(prisma, caller)
  if (author.kind === 'problem') return author
  const proposal = await prisma.proposal.findUnique({ where: { id } })
  if (proposal === null) return notFound('proposal', id)
  const wrong = (message: string) => userProblem('INVALID_INPUT', 'id', message)
  if (proposal.authorId === author.id) return wrong('This proposal is your own. Others support it.')
  if (proposal.status !== 'PROPOSED')
    return wrong('Staff decided on this proposal already; its reason says how.')
  const support = { proposalId: id, accountId: author.id }
  if (supports) await prisma.proposalSupport.createMany({ data: support, skipDuplicates: true })
  else await prisma.proposalSupport.deleteMany({ where: support })
  return changed(proposal)
}

/** Takes a proposal up or declines it, with a reason. */
export async function decideProposal(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  { id, version, status, reason, wave: code }: ProposalDecision,
): Promise<Changed<Proposal> | UserProblem> {
  const problem = textProblem('reason', reason)
  if (problem !== undefined) return problem
  if (code && status === 'DECLINED') {
    return userProblem(
      'INVALID_INPUT',
      'wave',
      'A proposal that is declined is in no wave. Leave the wave out.',
    )
  }
  const wave = code ? await findWave(prisma, viewer, code) : null
  if (wave !== null && 'kind' in wave) return wave
  const data = { status, reason, waveId: wave?.id ?? null }
  return changeRow(prisma.proposal, 'proposal', { id, version }, data)
}
