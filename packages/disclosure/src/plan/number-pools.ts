import type { Grouping } from './grouping.ts'
import { canExchange, canExchangeBeside, type NumberCounts } from './number-exchanges.ts'

/** How many gave each number: of all, and of those of each sample class. */
export interface Cell {
  readonly all: Map<number, number>
  readonly bySample: Map<number, Map<number, number>>
}

/** Of which groups means are shown, by place in the grouping, and whether with their spread. */
export interface ShownMeans {
  readonly plain: (group: number) => boolean
  readonly weighted: (group: number) => boolean
  readonly spread: boolean
}

/** Those in a category, or not in it, who are in the same groups shown. */
interface Pool extends Cell {
  /** Places of the groups that unweighted means are shown of. */
  readonly groups: readonly number[]
  readonly plain: string
  readonly weighted: string
}

/** The respondents inside and outside a category. */
export interface Pools {
  readonly inside: ReadonlyMap<string, Pool>
  readonly outside: ReadonlyMap<string, Pool>
  /** Those outside by their groups of which unweighted means are shown. */
  readonly outsideByGroups: ReadonlyMap<string, Pool>
}

/** So many pools are looked through, for each number and category, for two exchanges that belong together. */
const mostTries = 2000

/** Sorts respondents by what is shown of them. */
export function poolsAround(
  group: number,
  { grouping, cells }: { readonly grouping: Grouping; readonly cells: ReadonlyMap<number, Cell> },
  shown: ShownMeans,
): Pools {
  const inside = new Map<string, Pool>()
  const outside = new Map<string, Pool>()
  for (const [pattern, cell] of cells) {
    const own = [...grouping.patterns[pattern]!.groups].sort((a, b) => a - b)
    const groups = own.filter(shown.plain)
    const [plain, weighted] = [groups.join(), own.filter(shown.weighted).join()]
    const pools = own.includes(group) ? inside : outside
    const pool = pools.get(`${plain} ${weighted}`) ?? { groups, plain, weighted, ...emptyCell() }
    pools.set(`${plain} ${weighted}`, pool)
    for (const [sample, counts] of cell.bySample) {
      for (const [number, count] of counts) addTo(pool, sample, number, count)
    }
  }
  const outsideByGroups = new Map([...outside.values()].map((pool) => [pool.plain, pool]))
  return { inside, outside, outsideByGroups }
}

/** Whether respondents inside and outside a category can exchange a number, and all that is shown stays as it is. */
export function isExchanged(number: number, pools: Pools, areMany: boolean, spread: boolean): boolean {
  const holds = ({ all }: Pool) => all.has(number)
  const outside = [...pools.outside.values()]
  const holdersOutside = outside.filter(holds)
  let tries = 0
  for (const one of pools.inside.values()) {
    for (const other of holds(one) ? outside : holdersOutside) {
      const isSummed = one.plain !== other.plain
      if (isSummed && areMany) continue
      const known = isSummed ? (spread ? 'MEAN_AND_SPREAD' : 'MEAN') : 'BASE'
      const isFree = samplesOf([one, other]).some((sample) =>
        canExchange(number, countsOf(one, sample), countsOf(other, sample), known),
      )
      if (isFree) return true
      if (known !== 'MEAN' || tries >= mostTries) continue
      tries += pools.inside.size
      if (isExchangedBeside(number, one, other, pools)) return true
    }
  }
  return false
}

/** Whether two other pools that differ by the same groups can give back the sum that an exchange of one changes. */
function isExchangedBeside(
  number: number,
  one: Pool,
  other: Pool,
  { inside, outsideByGroups }: Pools,
): boolean {
  const plus = one.groups.filter((group) => !other.groups.includes(group))
  const minus = other.groups.filter((group) => !one.groups.includes(group))
  return [...inside.values()].some((third) => {
    const isLike = plus.every((group) => third.groups.includes(group))
    if (third === one || !isLike || minus.some((group) => third.groups.includes(group))) return false
    const groups = [...third.groups.filter((group) => !plus.includes(group)), ...minus].sort((a, b) => a - b)
    const fourth = outsideByGroups.get(groups.join())
    if (fourth === undefined) return false
    return samplesOf([one, other], [third, fourth]).some((sample) => {
      const [own, others] = [countsOf(one, sample), countsOf(other, sample)]
      return canExchangeBeside(number, own, others, countsOf(third, sample), countsOf(fourth, sample))
    })
  })
}
/** Everyone; or one sample class after the other, where an exchange by others would change weighted means. */
function samplesOf(...pairs: readonly (readonly [Pool, Pool])[]): (number | 'ALL')[] {
  const areAlike = pairs.every(([one, other]) => one.weighted === other.weighted)
  return areAlike ? ['ALL'] : [...pairs[0]![0].bySample.keys()]
}

function countsOf({ all, bySample }: Pool, sample: number | 'ALL'): NumberCounts {
  return sample === 'ALL' ? all : (bySample.get(sample) ?? new Map())
}

export function emptyCell(): Cell {
  return { all: new Map(), bySample: new Map() }
}

export function addTo({ all, bySample }: Cell, sample: number, number: number, count: number): void {
  const own = bySample.get(sample) ?? new Map<number, number>()
  bySample.set(sample, own)
  for (const counts of [all, own]) counts.set(number, (counts.get(number) ?? 0) + count)
}
