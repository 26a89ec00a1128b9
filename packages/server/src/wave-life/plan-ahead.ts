import type { PrismaClient } from '../generated/prisma/client.ts'
import { previewWave } from '../release/preview-wave.ts'

/** A wave as it was closed. */
export interface ClosedWave {
  readonly code: string
  readonly version: number
}

/** The wave that was closed last, unless it is published; its preview is what staff ask for next. */
export async function lastClosed(prisma: PrismaClient): Promise<ClosedWave | null> {
  return prisma.wave.findFirst({
    where: { status: 'CLOSED', purgedOn: null },
    orderBy: { closedOn: { sort: 'desc', nulls: 'last' } },
    select: { code: true, version: true },
  })
}

/** Makes the plan of a closed wave before staff ask for it. What keeps it from being published they are told then. */
export async function planAhead(prisma: PrismaClient, { code }: ClosedWave): Promise<void> {
  const wave = await previewWave(prisma, code)
  if (wave.kind === 'preview') await wave.preview()
}
