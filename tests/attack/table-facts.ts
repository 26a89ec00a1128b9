import { ANSWERED, exactly, type Fact } from './fact.ts'
import type { TableRequest } from './table-request.ts'

/** A cell as a reader gets it, whatever the format. What is absent is null or not there. */
export interface ReadCell {
  readonly categories: readonly string[]
  readonly count?: number | null
  readonly base?: number | null
  readonly columnPercent?: number | null
  readonly rowPercent?: number | null
  readonly totalPercent?: number | null
  readonly effectiveBase?: number | null
}

/** A group of a table of means as a reader gets it. */
export interface ReadGroup {
  readonly categories: readonly string[]
  readonly base?: number | null
  readonly effectiveBase?: number | null
  readonly mean?: number | null
  readonly standardDeviation?: number | null
  readonly lowerQuartile?: number | null
  readonly median?: number | null
  readonly upperQuartile?: number | null
}

/** Whether a number was given. */
const given = (value: number | null | undefined): value is number => value !== null && value !== undefined

/** What the cells of a cross-tab of one wave tell, its percentages included. */
export function crosstabFacts(wave: string, request: TableRequest, cells: readonly ReadCell[]): Fact[] {
  const { sides, filter, weighted } = request
  const filters = filter.map(({ variable, category }) => [variable, category])
  const sum = weighted ? 'weights' : 'respondents'
  const whole = (value: number) => (weighted ? value : Math.round(value))
  return cells.flatMap((cell) => {
    const { count, base, columnPercent, rowPercent, totalPercent, effectiveBase } = cell
    const of = (wide: (side: number) => boolean) => ({
      ...Object.fromEntries(
        sides.map((code, side) => [code, wide(side) ? ANSWERED : cell.categories[side]!]),
      ),
      ...Object.fromEntries(filters),
    })
    const column = of((side) => side === 0)
    const total = (percent: number | null | undefined, wide: (side: number) => boolean) =>
      given(count) && given(percent) && percent > 0
        ? [exactly(wave, of(wide), sum, whole((count / percent) * 100))]
        : []
    return [
      ...(given(count)
        ? [
            exactly(
              wave,
              of(() => false),
              sum,
              whole(count),
            ),
          ]
        : []),
      ...(given(base) ? [exactly(wave, column, 'respondents', base)] : []),
      ...total(columnPercent, (side) => side === 0),
      ...total(rowPercent, (side) => side > 0),
      ...total(totalPercent, () => true),
      ...(weighted && given(effectiveBase) ? [exactly(wave, column, 'effective', effectiveBase)] : []),
    ]
  })
}

/** The base of a table of one wave as a whole. */
export function tableBase(wave: string, { sides, filter }: TableRequest, base: number | null): Fact[] {
  if (base === null) return []
  const of = Object.fromEntries([
    ...sides.map((code) => [code, ANSWERED]),
    ...filter.map(({ variable, category }) => [variable, category]),
  ])
  return [exactly(wave, of, 'respondents', base)]
}

/**
 * What the groups of a table of means tell: base, mean and standard deviation give the number of respondents, the sum
 * of their numbers and that of the squares; quartiles give how many are at most so much.
 */
export function meansFacts(wave: string, request: TableRequest, groups: readonly ReadGroup[]): Fact[] {
  const { of: question, sides, filter, weighted } = request
  return groups.flatMap((group) => {
    const { base, mean, standardDeviation, effectiveBase } = group
    const of = {
      ...Object.fromEntries(sides.map((code, side) => [code, group.categories[side]!])),
      ...Object.fromEntries(filter.map(({ variable, category }) => [variable, category])),
      [question!]: ANSWERED,
    }
    const bases = given(base) ? [exactly(wave, of, 'respondents', base)] : []
    if (weighted)
      return [...bases, ...(given(effectiveBase) ? [exactly(wave, of, 'effective', effectiveBase)] : [])]
    if (!given(base) || !given(mean)) return bases
    const squares = given(standardDeviation)
      ? standardDeviation ** 2 * (base - 1) + mean ** 2 * base
      : mean ** 2
    return [
      ...bases,
      exactly(wave, of, 'numbers', Math.round(mean * base)),
      ...(base === 1 || given(standardDeviation) ? [exactly(wave, of, 'squares', Math.round(squares))] : []),
      ...quartileFacts(wave, of, base, group),
    ]
  })
}

/** At least so large a part of the group is at most the quartile; where that is met exactly, it lies halfway. */
function quartileFacts(wave: string, of: Fact['of'], base: number, group: ReadGroup): Fact[] {
  const parts = [
    [0.25, group.lowerQuartile],
    [0.5, group.median],
    [0.75, group.upperQuartile],
  ] as const
  return parts.flatMap(([part, value]) => {
    if (!given(value)) return []
    const share = part * base
    const atMost = (limit: number, low: number, high: number) => ({
      wave,
      of,
      sum: { atMost: limit },
      low,
      high,
    })
    if (!Number.isInteger(value)) return [atMost(Math.floor(value), share, share)]
    return [atMost(value - 1, 0, Math.floor(share)), atMost(value, Math.ceil(share), base)]
  })
}
