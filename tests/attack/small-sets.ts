import type { Target } from './attack-system.ts'
import { eliminate } from './exact-elimination.ts'
import { profilesOf, type System } from './linear-system.ts'
import { basesOf, type Counts } from './targets.ts'
import type { Weighting } from './weight-classes.ts'

/**
 * Sets of profiles, named or not, of at least one and fewer than `k` respondents, whose count of an answer follows
 * from the counts of published groups by addition and subtraction alone. At most one for each answer.
 */
export function smallSets(system: System, counts: Counts, k: number, weighting: Weighting | null): Target[] {
  const { question, by, profiles, facts } = system
  const width = question.values.length
  const bases = basesOf(system, counts)
  const search = searchOnce(bases, k)
  return question.values.flatMap((answer, index) => {
    const published = facts
      .filter(
        ({ of, sum, low, high }) => of[question.code] === answer && sum === 'respondents' && low === high,
      )
      .map((fact) => profilesOf(fact, question, by, profiles, weighting)!)
    const members = answer === '' ? undefined : search(published)
    if (members === undefined) return []
    const places = members.map((profile) => profile * width + index)
    const value = places.reduce((sum, place) => sum + counts[place]!, 0)
    const group = members.map((profile) => profiles[profile]!.values.join('/')).join(' or ')
    const base = members.reduce((sum, profile) => sum + bases[profile]!, 0)
    return value === 0 ? [] : [{ group, base, found: 'count' as const, answer, value, wanted: { places } }]
  })
}

/** Searches the span of published sets; of the same sets, which most answers share, only once. */
function searchOnce(bases: readonly number[], k: number) {
  const found = new Map<string, readonly number[] | undefined>()
  return (published: readonly (readonly number[])[]) => {
    const key = JSON.stringify(published)
    if (!found.has(key)) found.set(key, smallSet(published, bases, k))
    return found.get(key)
  }
}

/**
 * A set of fewer than `k` respondents that follows, if there is one. In echelon form such a set is the sum of the
 * rows whose pivots it holds, so only choices of pivots with few respondents are tried.
 */
function smallSet(
  published: readonly (readonly number[])[],
  bases: readonly number[],
  k: number,
): readonly number[] | undefined {
  const order = bases.map((_, profile) => profile).sort((a, b) => bases[b]! - bases[a]!)
  const vectors = published.map((set) => order.map((profile) => Number(set.includes(profile))))
  const rows = eliminate(vectors).rows.flatMap(({ pivot, row }) => {
    const size = bases[order[pivot]!]!
    return size < k ? [{ size, row: row.map((value) => Number(value) / Number(row[pivot])) }] : []
  })
  const membersOf = (sum: readonly number[]): readonly number[] | undefined => {
    const entries = sum.map((value) => Math.round(value))
    if (
      sum.some(
        (value, index) =>
          Math.abs(value - entries[index]!) > 1e-9 || entries[index]! < 0 || entries[index]! > 1,
      )
    )
      return undefined
    const members = order.filter((_, index) => entries[index] === 1)
    const base = members.reduce((total, profile) => total + bases[profile]!, 0)
    return base > 0 && base < k ? members : undefined
  }
  const search = (start: number, sum: readonly number[], size: number): readonly number[] | undefined => {
    for (let next = start; next < rows.length; next++) {
      const row = rows[next]!
      if (size + row.size >= k) continue
      const together = sum.map((value, index) => value + row.row[index]!)
      const found = membersOf(together) ?? search(next + 1, together, size + row.size)
      if (found !== undefined) return found
    }
    return undefined
  }
  return search(
    0,
    bases.map(() => 0),
    0,
  )
}
