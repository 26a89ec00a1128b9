import type { UserProblem } from '../access/user-problem.ts'
import type { Viewer } from '../context.ts'
import type { Finding, Prisma } from '../generated/prisma/client.ts'
import type { FindingKind } from '../generated/prisma/enums.ts'
import { type Bilingual, bilingualProblem, textColumns } from './bilingual.ts'
import { type Changed, changed, changeRow, type Removed, removeRow, type Versioned } from './changed.ts'
import { given, type Optional } from './given.ts'
import { findWave } from './subject.ts'

interface FindingParts {
  readonly kind: FindingKind
  readonly text: Bilingual
  readonly position: number
  readonly published: boolean
}

/** A finding to make. */
export type NewFinding = Optional<FindingParts> &
  Pick<FindingParts, 'kind' | 'text'> & { readonly wave: string }

/** What is to be different in a finding. */
export type FindingChange = Optional<FindingParts> & Versioned

/** Makes a finding of a wave, the last of its kind unless its position is given. */
export async function createFinding(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  { wave: code, kind, text, ...rest }: NewFinding,
): Promise<Changed<Finding> | UserProblem> {
  const problem = bilingualProblem('text', text)
  if (problem !== undefined) return problem
  const wave = await findWave(prisma, viewer, code)
  if ('kind' in wave) return wave
  const waveId = wave.id
  const last = { position: (await prisma.finding.count({ where: { waveId, kind } })) + 1 }
  const data = { waveId, kind, ...textColumns(text), ...last, ...given(rest) }
  return changed(await prisma.finding.create({ data }))
}

/** Changes a finding. */
export async function changeFinding(
  prisma: Prisma.TransactionClient,
  { id, version, text, ...rest }: FindingChange,
): Promise<Changed<Finding> | UserProblem> {
  const data = { ...textColumns(text), ...given(rest) }
  return bilingualProblem('text', text) ?? changeRow(prisma.finding, 'finding', { id, version }, data)
}

/** Removes a finding. */
export function removeFinding(
  prisma: Prisma.TransactionClient,
  read: Versioned,
): Promise<Removed | UserProblem> {
  return removeRow(prisma.finding, 'finding', read)
}
