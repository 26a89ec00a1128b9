import { LOWEST_MINIMUM } from '@peo/disclosure'
import type { Prisma, Wave } from '../generated/prisma/client.ts'
import { boundaryQuestions, organisationsOf } from './wave-organisations.ts'

/** Counts change with so many answers, whatever k is: else each k that staff set would tell more of them. */
const step = LOWEST_MINIMUM

/** How many answered, at least: multiples of five; 0 where that is fewer than k. */
export interface Responses {
  readonly total: number
  readonly byOrganisation: readonly OrganisationResponses[]
}

/** How many of an organisation answered, at least: a multiple of five; null where that is fewer than k. */
export interface OrganisationResponses {
  readonly organisation: string
  readonly count: number | null
}

/**
 * Counts the answers of a wave, by organisation too. Every count is rounded down to a multiple of five, and shown from k
 * upward: it changes with each five answers only, so that neither who looks again and again, nor who subtracts, nor who
 * raises k learns of a single one.
 */
export async function countResponses(
  prisma: Prisma.TransactionClient,
  { id, minimumGroupSize: k }: Pick<Wave, 'id' | 'minimumGroupSize'>,
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
  const atLeast = (count: number) => {
    const rounded = count - (count % step)
    return rounded >= k ? rounded : 0
  }
  return {
    total: atLeast([...counts.values()].reduce((sum, count) => sum + count, 0)),
    byOrganisation: organisationsOf(questions).map(({ code }) => ({
      organisation: code,
      count: atLeast(counts.get(code) ?? 0) || null,
    })),
  }
}
