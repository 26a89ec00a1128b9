import type { Prisma, Wave } from '../generated/prisma/client.ts'
import { boundaryQuestions, organisationsOf } from './wave-organisations.ts'

/** How many answered. */
export interface Responses {
  readonly total: number
  readonly byOrganisation: readonly OrganisationResponses[]
}

/** How many of an organisation answered; null where that is not told. */
export interface OrganisationResponses {
  readonly organisation: string
  readonly count: number | null
}

/** Counts the answers of a wave, by organisation as far as nobody is singled out. */
export async function countResponses(
  prisma: Prisma.TransactionClient,
  { id, minimumGroupSize }: Pick<Wave, 'id' | 'minimumGroupSize'>,
): Promise<Responses> {
  const { questions } = await prisma.wave.findUniqueOrThrow({
    where: { id },
    select: { questions: boundaryQuestions },
  })
  const boundary = questions[0]?.variable.code ?? ''
  const groups = await prisma.$queryRaw<{ organisation: string | null; count: bigint }[]>`
    SELECT "answers"->>${boundary} AS organisation, count(*) AS count
    FROM "Respondent" WHERE "waveId" = ${id} GROUP BY 1`
  const counts = new Map(groups.map(({ organisation, count }) => [organisation, Number(count)]))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const organisations = organisationsOf(questions).map(({ code }) => code)
  const shown = tellable(
    new Map(organisations.map((code) => [code, counts.get(code) ?? 0])),
    total,
    minimumGroupSize,
  )
  return {
    total,
    byOrganisation: organisations.map((organisation) => ({
      organisation,
      count: shown.get(organisation) ?? null,
    })),
  }
}

/**
 * The counts that may be told next to their total: k or more each; and as many of the largest as leave nobody together, or
 * k or more.
 */
export function tellable(
  counts: ReadonlyMap<string, number>,
  total: number,
  k: number,
): ReadonlyMap<string, number> {
  const shown = [...counts].filter(([, count]) => count >= k).sort(([, one], [, other]) => other - one)
  const left = () => total - shown.reduce((sum, [, count]) => sum + count, 0)
  while (shown.length > 0 && left() > 0 && left() < k) shown.pop()
  return new Map(shown)
}
