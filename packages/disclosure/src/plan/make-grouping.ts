import { type SlotReader, slotReader, type VariableCodes, type WaveData } from '@peo/tabulation'
import { EVERYONE, type GroupKind, groupKey } from '../release-plan.ts'
import { type Grouping, groupName, type NamedGroup, type Pattern } from './grouping.ts'

interface Side {
  readonly code: string
  readonly variable: VariableCodes
  readonly codes: readonly string[]
  readonly read: SlotReader
  /** Whether each respondent has one answer at most. */
  readonly single: boolean
}

/** By variable code, the slots of somebody's answers to each. */
type Slots = ReadonlyMap<string, readonly number[]>

/** The groups that tables by these sets of variables show, all of them together; and everyone who answered. */
export function makeGrouping(
  data: WaveData,
  breakdowns: readonly (readonly string[])[],
  byQuestion: boolean,
): Grouping {
  const sides = [...new Set(breakdowns.flat())].map((code) => sideOf(data, code))
  const named = breakdowns.map((by) =>
    namedGroups(by.map((code) => sides.find((side) => side.code === code)!)),
  )
  const places = new Map<string, number>([['', 0]])
  const groups: NamedGroup[] = [{ names: [groupName([], '')], kind: 'TOTAL', depth: 0, byQuestion: false }]
  for (const group of named.flat()) {
    const name = groupName(group.by, group.key)
    places.set(name.path, groups.length)
    groups.push({ names: [name], kind: group.kind, depth: group.by.length, byQuestion })
  }
  const patternFor = (slots: Slots): Pattern => ({
    groups: [
      0,
      ...breakdowns.flatMap((by) =>
        keysOf(by, sides, slots).map((key) => places.get(groupName(by, key).path)!),
      ),
    ],
    answers: new Map(
      sides.flatMap(({ code, single, codes }) => {
        const given = (slots.get(code) ?? []).flatMap((slot) => codes[slot] ?? [])
        return single && given.length > 0 ? [[code, given] as const] : []
      }),
    ),
  })
  const { kinds, patternOf } = occurring(data, sides)
  const empty = emptyCombinations(breakdowns, sides, kinds)
  return mergeEqual({ groups, patterns: [...kinds, ...empty].map(patternFor), patternOf })
}

function sideOf(data: WaveData, code: string): Side {
  const variable = data.variables.get(code)
  if (variable === undefined) throw new RangeError(`wave ${data.wave} has no variable ${code}`)
  const column = data.columns.get(code)
  const codes = [...variable.categories, ...variable.nets.map((net) => `net:${net.code}`)]
  return { code, variable, codes, read: slotReader(variable, column), single: column?.kind === 'single' }
}

/** Every combination of the groups of each side, those left open included. */
function namedGroups(sides: readonly Side[]) {
  const tuples = sides.reduce<number[][]>(
    (all, { codes }) => all.flatMap((tuple) => [...codes, EVERYONE].map((_, slot) => [...tuple, slot])),
    [[]],
  )
  return tuples.map((tuple) => ({
    by: sides.map(({ code }) => code),
    key: groupKey(tuple.map((slot, index) => sides[index]!.codes[slot] ?? EVERYONE)),
    kind: kindOf(sides, tuple),
  }))
}

function kindOf(sides: readonly Side[], tuple: readonly number[]): GroupKind {
  const open = tuple.filter((slot, index) => slot === sides[index]!.codes.length).length
  if (open === tuple.length) return 'TOTAL'
  if (open > 0) return 'MARGIN'
  return tuple.some((slot, index) => slot >= sides[index]!.variable.categories.length) ? 'NET' : 'CATEGORY'
}

/** The keys of the groups of a breakdown that somebody is in; none where one of its variables was not answered. */
function keysOf(by: readonly string[], sides: readonly Side[], slots: Slots): string[] {
  return by
    .reduce<string[][]>(
      (all, code) => {
        const { codes } = sides.find((side) => side.code === code)!
        return all.flatMap((tuple) =>
          (slots.get(code) ?? []).map((slot) => [...tuple, codes[slot] ?? EVERYONE]),
        )
      },
      [[]],
    )
    .map(groupKey)
}

/** The different answers that occur, and which of them each respondent gave. */
function occurring({ size }: WaveData, sides: readonly Side[]) {
  const kinds: Slots[] = []
  const known = new Map<string, number>()
  const patternOf = new Int32Array(size)
  for (let respondent = 0; respondent < size; respondent++) {
    const slots = sides.map(({ read }) => read(respondent))
    const key = slots.join(';')
    let kind = known.get(key)
    if (kind === undefined) {
      kind = kinds.length
      known.set(key, kind)
      kinds.push(new Map(sides.map(({ code }, index) => [code, slots[index]!])))
    }
    patternOf[respondent] = kind
  }
  return { kinds, patternOf }
}

/**
 * For each combination of categories of a breakdown that does not occur, somebody who would be in it, and otherwise
 * answered as somebody did: to whom every answer was possible, so that it does not follow from what nobody did.
 */
function emptyCombinations(
  breakdowns: readonly (readonly string[])[],
  sides: readonly Side[],
  kinds: readonly Slots[],
): Slots[] {
  return breakdowns.flatMap((by) => {
    const own = by.map((code) => sides.find((side) => side.code === code)!)
    if (own.some(({ single }) => !single)) return []
    const occurs = new Set(kinds.map((slots) => by.map((code) => slots.get(code)?.[0]).join()))
    const tuples = own.reduce<number[][]>(
      (all, { variable }) => all.flatMap((tuple) => variable.categories.map((_, slot) => [...tuple, slot])),
      [[]],
    )
    return tuples
      .filter((tuple) => !occurs.has(tuple.join()))
      .map((tuple) => {
        const slots = new Map(tuple.map((slot, index) => [by[index]!, slotsOf(own[index]!, slot)]))
        return new Map([...likest(slots, kinds), ...slots])
      })
  })
}

/** The answers that occur and have most in common with some, the most complete of these. */
function likest(slots: Slots, kinds: readonly Slots[]): Slots {
  const score = (kind: Slots) => {
    const shared = [...slots].filter(([code, own]) => kind.get(code)?.[0] === own[0]).length
    return shared * kind.size + [...kind.values()].filter((given) => given.length > 0).length / kind.size
  }
  let best: Slots = new Map()
  let highest = -1
  for (const kind of kinds) {
    const own = score(kind)
    if (own > highest) [best, highest] = [kind, own]
  }
  return best
}

/** The slots of a category: itself, the nets that hold it, and that of anyone. */
function slotsOf({ variable, codes }: Side, category: number): number[] {
  const nets = variable.nets.flatMap((net, index) =>
    net.categories.includes(variable.categories[category]!) ? [variable.categories.length + index] : [],
  )
  return [category, ...nets, codes.length]
}

/** Groups that hold the same patterns are one group of several names, of the kind and depth withheld first. */
function mergeEqual({ groups, patterns, patternOf }: Grouping): Grouping {
  const members = groups.map((): number[] => [])
  for (const [pattern, { groups: places }] of patterns.entries()) {
    for (const place of places) members[place]!.push(pattern)
  }
  const merged: NamedGroup[] = []
  const byMembers = new Map<string, number>()
  const newPlace = members.map((list, place) => {
    const group = groups[place]!
    const key = list.length === 0 ? `empty ${place}` : list.join()
    const same = byMembers.get(key)
    if (same === undefined) {
      byMembers.set(key, merged.length)
      return merged.push(group) - 1
    }
    const other = merged[same]!
    const first = group.depth > 0 && group.depth < other.depth ? group : other
    merged[same] = { ...first, names: [...other.names, ...group.names] }
    return same
  })
  return {
    groups: merged,
    patterns: patterns.map((pattern) => ({
      ...pattern,
      groups: [...new Set(pattern.groups.map((place) => newPlace[place]!))],
    })),
    patternOf,
  }
}
