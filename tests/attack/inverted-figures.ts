import { clopperPearson } from '@peo/tabulation'
import type { App } from '../../packages/server/src/app.ts'
import { ask } from '../../packages/server/src/testing/ask.ts'
import type { WaveCodebook } from './codebook.ts'
import { ANSWERED, exactly, type Fact, mergeFacts } from './fact.ts'
import { everyRequest, type TableRequest } from './table-request.ts'
import { endsOf } from './weighted-intervals.ts'

const query = `query ($wave: String!, $rows: String!, $columns: [String!]!, $filter: [CategoryFilter!]!, $weighted: Boolean!) {
  crosstab(waves: [$wave], rows: $rows, columns: $columns, filter: $filter, weighted: $weighted) {
    cells { categories interval { low high } }
    statistics { test { statistic } cramersV effectiveBase designEffect }
  }
}`

interface Answer {
  readonly crosstab: {
    readonly cells: readonly {
      readonly categories: readonly string[]
      readonly interval: { readonly low: number; readonly high: number } | null
    }[]
    readonly statistics: {
      readonly test: { readonly statistic: number } | null
      readonly cramersV: number | null
      readonly effectiveBase: number | null
      readonly designEffect: number | null
    } | null
  } | null
}

/**
 * What a wave's cross-tabs tell to who reads no count, base or percentage at all: counts and bases solved from the
 * ends of intervals, bases from tests and Cramér's V, and from design effects and effective bases.
 */
export async function invertFigures(app: App, codebook: WaveCodebook): Promise<Fact[]> {
  const facts: Fact[] = []
  const known = intervals(codebook.respondents)
  for (const request of everyRequest(codebook).filter(({ of }) => of === null)) {
    const [rows, ...columns] = request.sides
    const filter = request.filter.map(({ variable, category }) => ({ variable, categories: [category] }))
    const { weighted } = request
    const variables = { wave: codebook.wave, rows, columns, filter, weighted }
    const { data } = await ask<Answer | null>(app, query, variables)
    if (!data?.crosstab) continue
    const { cells, statistics } = data.crosstab
    for (const { categories, interval } of weighted ? [] : cells) {
      const found = interval && known.get(endsOf(interval.low, interval.high))
      if (!found) continue
      const cell = groupsOf(request, categories)
      facts.push(exactly(codebook.wave, cell, 'respondents', found.count))
      facts.push(exactly(codebook.wave, { ...cell, [rows!]: ANSWERED }, 'respondents', found.base))
    }
    const everyone = groupsOf(
      request,
      request.sides.map(() => ANSWERED),
    )
    const bases = statistics === null ? [] : basesIn(statistics, request, codebook)
    facts.push(...bases.map((base) => exactly(codebook.wave, everyone, 'respondents', base)))
  }
  return mergeFacts(facts)
}

/** By its ends in percent, the count and the base of every interval that so many respondents can have. */
function intervals(respondents: number): ReadonlyMap<string, { count: number; base: number }> {
  const known = new Map<string, { count: number; base: number }>()
  for (let base = 1; base <= respondents; base++) {
    for (let count = 0; count <= base; count++) {
      const { low, high } = clopperPearson(count, base, 0.95)
      known.set(endsOf(low * 100, high * 100), { count, base })
    }
  }
  return known
}

function groupsOf({ sides, filter }: TableRequest, categories: readonly string[]): Fact['of'] {
  return Object.fromEntries([
    ...sides.map((code, side) => [code, categories[side]!]),
    ...filter.map(({ variable, category }) => [variable, category]),
  ])
}

/** chi-square = n V² (smaller side - 1), unweighted; and a design effect is n over the effective base. */
function basesIn(
  {
    test,
    cramersV,
    effectiveBase,
    designEffect,
  }: NonNullable<Answer['crosstab'] & object>['statistics'] & object,
  { sides, weighted }: TableRequest,
  { variables }: WaveCodebook,
): number[] {
  const sizes = sides.map((code) => variables.find((variable) => variable.code === code)!.categories.length)
  return [
    ...(test && cramersV && !weighted
      ? [Math.round(test.statistic / (cramersV ** 2 * (Math.min(...sizes) - 1)))]
      : []),
    ...(effectiveBase && designEffect ? [Math.round(effectiveBase * designEffect)] : []),
  ]
}
