import type { Routing } from '@peo/tabulation'
import type { Grouping, NamedGroup, Pattern } from './grouping.ts'
import { placeTable } from './place-table.ts'

/** A group of those who answered a question, as the atoms it consists of. */
export interface Group extends NamedGroup {
  readonly atoms: readonly number[]
  /** Sets of atoms whose counts its figures give away: itself, or in weighted tables those of equal sample class. */
  readonly parts: readonly (readonly number[])[]
  readonly size: number
}

/** Groups as sets of atoms; every figure of their tables is a sum over such sets. An atom may be empty. */
export interface GroupSystem {
  /** Respondents per atom. */
  readonly sizes: readonly number[]
  readonly groups: readonly Group[]
  /** The atom of each respondent; -1 of those who did not answer. */
  readonly atomOf: Int32Array
  /** By atom, the category and nets of each variable of the first grouping that has one answer a respondent. */
  readonly answers: readonly Pattern['answers'][]
}

/** Of whom the groups of a question consist. */
export interface Answerers {
  /** By respondent, 1 where the question was answered. */
  readonly answered: Uint8Array
  readonly routing?: Routing
  /**
   * By respondent, for weighted tables: those of equal weight and sampling unit. Where few weights occur, a weighted
   * count has one possible make-up, so it tells how many had each weight; where there are few strata or clusters,
   * an interval likewise tells how many were of each.
   */
  readonly classOf?: Int32Array
}

/** The groups of one grouping among those who answered a question. */
export function groupSystem(grouping: Grouping, { answered, routing, classOf }: Answerers): GroupSystem {
  const { patterns, patternOf } = grouping
  const atoms = atomList(patterns.length, classOf)
  for (const [pattern, { answers }] of patterns.entries()) {
    // The questionnaire tells everyone that nobody of a category that routing excludes was asked.
    if (classOf === undefined && isPossible(answers, routing)) atoms.add(pattern, 0, alone, pattern)
  }
  const atomOf = placed(atoms, answered, patternOf, classOf, (respondent) => alone(patternOf[respondent]!))
  return systemOf(atoms, atomOf, [grouping])
}

const alone = (pattern: number): readonly number[] => [pattern]

/** The groups of several groupings together. Combinations that do not occur have no atom. */
export function jointSystem(groupings: readonly Grouping[], { answered, classOf }: Answerers): GroupSystem {
  let kindOf = new Int32Array(answered.length)
  let kinds = 1
  for (const { patternOf, patterns } of groupings) {
    const { placeOf, size } = placeTable(kinds * patterns.length)
    kindOf = kindOf.map((kind, respondent) => placeOf(kind * patterns.length + patternOf[respondent]!))
    kinds = size()
  }
  const atoms = atomList(kinds, classOf)
  const patternsOf = (respondent: number) => groupings.map(({ patternOf }) => patternOf[respondent]!)
  return systemOf(atoms, placed(atoms, answered, kindOf, classOf, patternsOf), groupings)
}

interface Atom {
  /** Of those in it, in each grouping. */
  readonly patterns: readonly number[]
  readonly sample: number
  size: number
}

/** Atoms by what those in them are, and by their sample class. */
function atomList(kinds: number, classOf: Int32Array | undefined) {
  const samples = (classOf?.reduce((most, own) => Math.max(most, own), 0) ?? 0) + 1
  const { placeOf } = placeTable(kinds * samples)
  const list: Atom[] = []
  const add = (kind: number, sample: number, patternsOf: (who: number) => readonly number[], who: number) => {
    const atom = placeOf(kind * samples + sample)
    if (atom === list.length) list.push({ patterns: patternsOf(who), sample, size: 0 })
    return atom
  }
  return { list, add }
}

/** Adds those who answered to the atoms; gives the atom of each, -1 of who did not answer. */
function placed(
  { list, add }: ReturnType<typeof atomList>,
  answered: Uint8Array,
  kindOf: Int32Array,
  classOf: Int32Array | undefined,
  patternsOf: (respondent: number) => readonly number[],
): Int32Array {
  const atomOf = new Int32Array(answered.length).fill(-1)
  for (let respondent = 0; respondent < answered.length; respondent++) {
    if (answered[respondent] === 0) continue
    const atom = add(kindOf[respondent]!, classOf?.[respondent] ?? 0, patternsOf, respondent)
    list[atom]!.size++
    atomOf[respondent] = atom
  }
  return atomOf
}

function systemOf(
  { list }: ReturnType<typeof atomList>,
  atomOf: Int32Array,
  groupings: readonly Grouping[],
): GroupSystem {
  const groups = groupings.flatMap((grouping, side) => {
    const members = grouping.groups.map((): number[] => [])
    for (const [atom, { patterns }] of list.entries()) {
      for (const place of (grouping.patterns[patterns[side]!] as Pattern).groups) members[place]!.push(atom)
    }
    // Everyone is the first group of each.
    const named = grouping.groups.map((group, place) => ({ ...group, atoms: members[place]! }))
    return side === 0 ? named : named.filter(({ kind, names }) => kind !== 'TOTAL' || names[0]!.by.length > 0)
  })
  const sizes = list.map(({ size }) => size)
  return {
    sizes,
    atomOf,
    answers: list.map(({ patterns }) => groupings[0]!.patterns[patterns[0]!]!.answers),
    groups: groups.map((group) => ({
      ...group,
      parts: bySample(group.atoms, list),
      size: group.atoms.reduce((sum, atom) => sum + sizes[atom]!, 0),
    })),
  }
}

function bySample(atoms: readonly number[], list: readonly { readonly sample: number }[]): number[][] {
  const parts = new Map<number, number[]>()
  for (const atom of atoms) {
    const part = parts.get(list[atom]!.sample)
    if (part === undefined) parts.set(list[atom]!.sample, [atom])
    else part.push(atom)
  }
  return [...parts.values()]
}

function isPossible(answers: Pattern['answers'], routing: Routing | undefined): boolean {
  const answer = routing && answers.get(routing.variable)?.[0]
  return answer === undefined || routing!.in.includes(answer)
}
