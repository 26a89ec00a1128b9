import type { UserProblem } from '../access/user-problem.ts'
import type { Viewer } from '../context.ts'
import type { Prisma, Reflection } from '../generated/prisma/client.ts'
import { type Bilingual, bilingualProblem, textColumns } from './bilingual.ts'
import { type Changed, changed, changeRow, type Removed, removeRow, type Versioned } from './changed.ts'
import { given } from './given.ts'
import { findWave, readSubject, type SubjectInput } from './subject.ts'

/** A reflection to make. */
export interface NewReflection extends SubjectInput {
  readonly text: Bilingual
  readonly published?: boolean | null | undefined
}

/** What is to be different in a reflection. */
export interface ReflectionChange extends Versioned {
  readonly text?: Bilingual | null | undefined
  readonly published?: boolean | null | undefined
}

/** Makes a reflection on a wave, or on a question or a table of it. */
export async function createReflection(
  prisma: Prisma.TransactionClient,
  viewer: Viewer,
  input: NewReflection,
): Promise<Changed<Reflection> | UserProblem> {
  const problem = bilingualProblem('text', input.text)
  if (problem !== undefined) return problem
  const wave = await findWave(prisma, viewer, input.wave)
  if ('kind' in wave) return wave
  const subject = await readSubject(prisma, wave, input)
  if (subject.kind === 'problem') return subject
  const published = input.published ?? false
  const data = { ...subject.columns, ...textColumns(input.text), published }
  return changed(await prisma.reflection.create({ data }))
}

/** Changes a reflection. */
export async function changeReflection(
  prisma: Prisma.TransactionClient,
  { id, version, text, ...rest }: ReflectionChange,
): Promise<Changed<Reflection> | UserProblem> {
  const data = { ...textColumns(text), ...given(rest) }
  return bilingualProblem('text', text) ?? changeRow(prisma.reflection, 'reflection', { id, version }, data)
}

/** Removes a reflection. */
export function removeReflection(
  prisma: Prisma.TransactionClient,
  read: Versioned,
): Promise<Removed | UserProblem> {
  return removeRow(prisma.reflection, 'reflection', read)
}
