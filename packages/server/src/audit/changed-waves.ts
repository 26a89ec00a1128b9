import type { PrismaClient } from '../generated/prisma/client.ts'
import { unexpectedFailure } from '../plugins/unexpected-failure.ts'

/** Of what a mutation changed, where it says to which wave it belongs. */
interface OfWave {
  readonly waveId?: string | null
  readonly recommendationId?: string
}

/** The codes of the waves to which what a mutation changed belongs. */
export async function changedWaves(prisma: PrismaClient, payload: unknown): Promise<string[]> {
  const { row, answer } = (payload ?? {}) as { readonly row?: OfWave | null; readonly answer?: OfWave }
  const { waveId, recommendationId } = row ?? answer ?? {}
  const own = [
    ...(waveId ? [{ id: waveId }] : []),
    ...(recommendationId ? [{ recommendations: { some: { id: recommendationId } } }] : []),
  ]
  if (own.length === 0) return []
  try {
    const select = { where: { OR: own }, select: { code: true }, orderBy: { code: 'asc' } } as const
    return (await prisma.wave.findMany(select)).map(({ code }) => code)
  } catch (error) {
    // What was changed is changed, and noted, with or without its wave.
    unexpectedFailure(error)
    return []
  }
}
