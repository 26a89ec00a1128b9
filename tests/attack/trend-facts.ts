import type { App } from '../../packages/server/src/app.ts'
import { ask } from '../../packages/server/src/testing/ask.ts'
import type { WaveCodebook } from './codebook.ts'
import { exactly, type Fact, factKey } from './fact.ts'
import { crosstabFacts, type ReadCell, tableBase } from './table-facts.ts'
import { everyRequest, type TableRequest } from './table-request.ts'

const query = `query ($waves: [String!]!, $rows: String!, $columns: [String!]!, $filter: [CategoryFilter!]!, $weighted: Boolean!) {
  crosstab(waves: $waves, rows: $rows, columns: $columns, filter: $filter, weighted: $weighted) {
    base
    cells { categories count base effectiveBase columnPercent rowPercent totalPercent }
  }
}`

interface Answer {
  readonly crosstab: { readonly base: number | null; readonly cells: readonly ReadCell[] } | null
}

/** What tables over all waves tell: of each wave, and by their total of a wave that the others are known of. */
export async function trendFacts(
  app: App,
  codebooks: readonly WaveCodebook[],
  known: readonly Fact[],
): Promise<Fact[]> {
  const [first, ...others] = codebooks
  if (first === undefined || others.length === 0) return []
  const shared = (code: string) =>
    others.every(({ variables }) => variables.some((variable) => variable.code === code))
  const requests = everyRequest(first).filter(
    ({ of, sides, filter, weighted }) =>
      of === null && !weighted && [...sides, ...filter.map(({ variable }) => variable)].every(shared),
  )
  const byKey = new Map(known.map((fact) => [factKey(fact), fact]))
  const facts: Fact[] = []
  for (const request of requests) {
    const waves = codebooks.map(({ wave }) => wave)
    const [rows, ...columns] = request.sides
    const filter = request.filter.map(({ variable, category }) => ({ variable, categories: [category] }))
    const { data } = await ask<Answer | null>(app, query, { ...request, waves, rows, columns, filter })
    if (!data?.crosstab) continue
    const { base, cells } = data.crosstab
    for (const wave of waves) {
      const own = cells.filter(({ categories }) => categories.at(-1) === wave)
      facts.push(...crosstabFacts(wave, request, own), ...remainder(wave, waves, request, base, byKey))
    }
  }
  return facts
}

/** The base over all waves without those of the others. */
function remainder(
  wave: string,
  waves: readonly string[],
  request: TableRequest,
  base: number | null,
  known: ReadonlyMap<string, Fact>,
): Fact[] {
  const [total] = tableBase(wave, request, base)
  if (total === undefined) return []
  const others = waves
    .filter((other) => other !== wave)
    .map((other) => known.get(factKey({ ...total, wave: other })))
  if (others.includes(undefined)) return []
  return [
    exactly(
      wave,
      total.of,
      'respondents',
      others.reduce((rest, fact) => rest - fact!.low, total.low),
    ),
  ]
}
