import { knownBreakdowns, knownWaves } from './access/known-waves.ts'
import type { Viewer } from './context.ts'
import type { PrismaClient } from './generated/prisma/client.ts'
import { latestFirst } from './wave-order.ts'

/** A table that everyone may ask for: codes of a wave, a question and a breakdown of it. */
export interface ExampleTable {
  readonly wave: string
  readonly rows: string
  readonly column: string
}

const everyone: Viewer = { role: 'EVERYONE' }

/** A table of the latest wave that is out for everyone; undefined where there is none. */
export async function exampleTable(prisma: PrismaClient): Promise<ExampleTable | undefined> {
  const wave = await prisma.wave.findFirst({
    where: { ...knownWaves(everyone), status: 'PUBLISHED' },
    orderBy: latestFirst,
    select: {
      code: true,
      questions: {
        where: { variable: { background: false, measurement: { in: ['NOMINAL', 'ORDINAL'] } } },
        orderBy: { position: 'asc' },
        take: 1,
        select: { variable: { select: { code: true } } },
      },
      breakdowns: {
        where: knownBreakdowns(everyone),
        orderBy: { position: 'asc' },
        select: { variables: { select: { variable: { select: { code: true } } } } },
      },
    },
  })
  const rows = wave?.questions[0]?.variable.code
  const column = wave?.breakdowns.find(({ variables }) => variables.length === 1)?.variables[0]?.variable.code
  return wave && rows && column ? { wave: wave.code, rows, column } : undefined
}
