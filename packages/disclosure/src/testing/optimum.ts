import highsLoader from 'highs'
import { findLeak, type IsWithheld, type KnownGroup, type KnownTables } from './attacker.ts'
import { exactSpan } from './exact-span.ts'

// The package types its module as CommonJS, whose default export holds the loader; as loaded, it is the loader.
const highs = await (highsLoader as unknown as typeof highsLoader.default)()

/** Groups of the same respondents: they are shown or withheld together, and count as one. */
export type SameGroups = readonly KnownGroup[]

/** The groups of some tables. */
export function sameGroups({ groups }: KnownTables): SameGroups[] {
  const byMembers = new Map<string, KnownGroup[]>()
  for (const group of groups.filter(({ members }) => members.includes(1))) {
    const key = group.members.join()
    byMembers.set(key, [...(byMembers.get(key) ?? []), group])
  }
  return [...byMembers.values()]
}

/**
 * The fewest groups that can be withheld so that nothing is exposed: those that are small or unanimous, and of the
 * others as few as possible, whatever their importance. Each exposure that is found becomes a constraint: of the
 * groups it is computed from, one at least is withheld.
 *
 * @returns as many as any way of withholding needs, and a way that needs no more
 */
export function fewestWithheld(known: KnownTables, k: number): SameGroups[] {
  const all = sameGroups(known)
  const isOwn = (names: SameGroups) => names.some(({ size, isUnanimous }) => size < k || isUnanimous)
  const others = all.filter((group) => !isOwn(group)).sort((a, b) => b[0]!.size - a[0]!.size)
  const constraints: (readonly number[])[] = []
  for (;;) {
    const chosen = fewestOfEach(constraints)
    const found = exposures(known, others, chosen, k)
    if (found.length === 0) return [...all.filter(isOwn), ...chosen.map((place) => others[place]!)]
    constraints.push(...found)
  }
}

/** What is exposed where these are withheld, by the places of what it is computed from; and where more are. */
function exposures(
  known: KnownTables,
  groups: readonly SameGroups[],
  chosen: readonly number[],
  k: number,
): (readonly number[])[] {
  const withheld = new Set(chosen)
  const found: (readonly number[])[] = []
  for (;;) {
    const shown = [...groups.keys()].filter((place) => !withheld.has(place))
    const needed = neededPlaces(known, groups, shown, k)
    if (needed === undefined) return found
    found.push(needed)
    withheld.add(needed.at(-1)!)
  }
}

/** Places of groups from which something is computed, none of which can be spared; undefined where nothing is. */
function neededPlaces(
  known: KnownTables,
  groups: readonly SameGroups[],
  shown: readonly number[],
  k: number,
): readonly number[] | undefined {
  const names = new Set(shown.flatMap((place) => groups[place]!.map(nameOf)))
  const isWithheld: IsWithheld = (group) => !names.has(nameOf(group))
  const leak = findLeak(known, isWithheld, k)
  if (leak === undefined) return undefined
  const row = (members: readonly number[]) =>
    leak.isOfInhabited ? members.filter((_, kind) => known.sizes[kind]! > 0) : members
  const target = row(leak.members)
  return shown.toReversed().reduce<readonly number[]>((needed, place) => {
    const fewer = needed.filter((other) => other !== place)
    const rows = fewer.map((other) => row(groups[other]![0]!.members))
    return exactSpan(rows, target.length)(target) ? fewer : needed
  }, shown)
}

const nameOf = ({ family, key }: Pick<KnownGroup, 'family' | 'key'>) => `${family} ${key}`

/** The fewest places of which each constraint has one, by integer programming. */
function fewestOfEach(constraints: readonly (readonly number[])[]): number[] {
  if (constraints.length === 0) return []
  const places = [...new Set(constraints.flat())]
  const sum = (of: readonly number[]) => of.map((place) => `g${place}`).join(' + ')
  const { Status, Columns } = highs.solve(
    [
      `Minimize\nobj: ${sum(places)}`,
      'Subject To',
      ...constraints.map((one, index) => `c${index}: ${sum(one)} >= 1`),
      `Binary\n${places.map((place) => `g${place}`).join(' ')}`,
      'End',
    ].join('\n'),
    { mip_rel_gap: 0, output_flag: false },
  )
  if (Status !== 'Optimal') throw new Error(`no fewest groups: ${Status}`)
  return places.filter((place) => Columns[`g${place}`]!.Primal > 0.5)
}
