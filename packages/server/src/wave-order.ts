import type { Prisma, Wave } from './generated/prisma/client.ts'

/** Waves in time, the earliest first: by the first day of their fieldwork, then by code; those without one last. */
export const earliestFirst = [
  { fieldworkFrom: { sort: 'asc', nulls: 'last' } },
  { code: 'asc' },
] satisfies Prisma.WaveOrderByWithRelationInput[]

/** The other way round. */
export const latestFirst = [
  { fieldworkFrom: { sort: 'desc', nulls: 'first' } },
  { code: 'desc' },
] satisfies Prisma.WaveOrderByWithRelationInput[]

type Dated = Pick<Wave, 'code' | 'fieldworkFrom'>

/** Whether a wave comes after another. */
export function isLater(wave: Dated, other: Dated): boolean {
  const [own, before] = [wave, other].map(({ fieldworkFrom }) => fieldworkFrom?.getTime() ?? Infinity)
  return own === before ? wave.code > other.code : own! > before!
}
