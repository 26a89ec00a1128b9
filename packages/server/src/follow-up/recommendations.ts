import { type UserProblem, userProblem } from '../access/user-problem.ts'
import type { Viewer } from '../context.ts'
import type { FollowUp, Prisma, Recommendation, Wave } from '../generated/prisma/client.ts'
import type { Addressee, RecommendationStatus } from '../generated/prisma/enums.ts'
import { isLater } from '../wave-order.ts'
import { type Bilingual, bilingualProblem, textColumns } from './bilingual.ts'
import {
  type Changed,
  changed,
  changeRow,
  notFound,
  type Removed,
  removeRow,
  type Versioned,
} from './changed.ts'
import { given, type Optional } from './given.ts'
import { findWave } from './subject.ts'

/** What staff say of a recommendation. */
interface RecommendationParts {
  readonly addressees: readonly Addressee[]
  readonly text: Bilingual
  readonly status: RecommendationStatus
  readonly position: number
  readonly published: boolean
}

/** A recommendation to make. */
export type NewRecommendation = Optional<RecommendationParts> &
  Pick<RecommendationParts, 'addressees' | 'text'> & { readonly wave: string }

/** What is to be different in a recommendation. */
export type RecommendationChange = Optional<RecommendationParts> & Versioned

/** Makes a recommendation after a wave, the last of it unless its position is given. */
export async function createRecommendation(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  input: NewRecommendation,
): Promise<Changed<Recommendation> | UserProblem> {
  const problem = partsProblem(input)
  if (problem !== undefined) return problem
  const wave = await findWave(prisma, viewer, input.wave)
  if ('kind' in wave) return wave
  const waveId = wave.id
  const { text, addressees, wave: _, ...rest } = input
  const last = { position: (await prisma.recommendation.count({ where: { waveId } })) + 1 }
  const data = { waveId, addressees: [...new Set(addressees)], ...textColumns(text), ...last, ...given(rest) }
  return changed(await prisma.recommendation.create({ data }))
}

/** Changes a recommendation. */
export async function changeRecommendation(
  prisma: Prisma.TransactionClient,
  { id, version, text, addressees, ...rest }: RecommendationChange,
): Promise<Changed<Recommendation> | UserProblem> {
  const problem = partsProblem({ text, addressees })
  if (problem !== undefined) return problem
  const data = {
    ...textColumns(text),
    ...(addressees && { addressees: [...new Set(addressees)] }),
    ...given(rest),
  }
  return changeRow(prisma.recommendation, 'recommendation', { id, version }, data)
}

/** Removes a recommendation with what was noted on it. */
export function removeRecommendation(
  prisma: Prisma.TransactionClient,
  read: Versioned,
): Promise<Removed | UserProblem> {
  return removeRow(prisma.recommendation, 'recommendation', read)
}

function partsProblem({
  text,
  addressees,
}: Pick<RecommendationChange, 'text' | 'addressees'>): UserProblem | undefined {
  if (addressees?.length === 0) {
    return userProblem(
      'INVALID_INPUT',
      'addressees',
      'A recommendation is addressed to somebody; name one or more.',
    )
  }
  return bilingualProblem('text', text)
}

/** A note on what became of a recommendation. */
export interface NewFollowUp {
  readonly recommendation: string
  readonly text: Bilingual
  /** Code of the later wave in which it showed. */
  readonly wave?: string | null | undefined
}

/** What is to be different in such a note. */
export type FollowUpChange = Versioned & Optional<Pick<NewFollowUp, 'text' | 'wave'>>

/** Notes what became of a recommendation. */
export async function createFollowUp(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  { recommendation: id, text, wave: code }: NewFollowUp,
): Promise<Changed<FollowUp> | UserProblem> {
  const recommendation = await prisma.recommendation.findUnique({ where: { id }, select: { wave: true } })
  if (recommendation === null) return notFound('recommendation', id)
  const columns = await followUpColumns(prisma, viewer, recommendation.wave, { text, wave: code })
  if ('kind' in columns) return columns
  const data = { recommendationId: id, ...columns, ...textColumns(text) }
  return changed(await prisma.followUp.create({ data }))
}

/** Changes such a note. */
export async function changeFollowUp(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  { text, wave, ...read }: FollowUpChange,
): Promise<Changed<FollowUp> | UserProblem> {
  const { id } = read
  const select = { recommendation: { select: { wave: true } } }
  const note = await prisma.followUp.findUnique({ where: { id }, select })
  if (note === null) return notFound('follow-up', id)
  const columns = await followUpColumns(prisma, viewer, note.recommendation.wave, { text, wave })
  return 'kind' in columns ? columns : changeRow(prisma.followUp, 'follow-up', read, columns)
}

/** Removes such a note. */
export function removeFollowUp(
  prisma: Prisma.TransactionClient,
  read: Versioned,
): Promise<Removed | UserProblem> {
  return removeRow(prisma.followUp, 'follow-up', read)
}

/** The columns that a note gives; its wave comes after the one of the recommendation. */
async function followUpColumns(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  of: Wave,
  { text, wave: code }: Optional<Pick<NewFollowUp, 'text' | 'wave'>>,
): Promise<{ waveId?: string | null; textNl?: string; textEn?: string } | UserProblem> {
  const problem = bilingualProblem('text', text)
  if (problem !== undefined) return problem
  if (!code) return { ...textColumns(text), ...(code === null && { waveId: null }) }
  const wave = await findWave(prisma, viewer, code)
  if ('kind' in wave) return wave
  if (!isLater(wave, of)) {
    return userProblem(
      'INVALID_INPUT',
      'wave',
      `"${code}" is no later wave than "${of.code}", whose recommendation it is.`,
    )
  }
  return { ...textColumns(text), waveId: wave.id }
}
