import { slotReader, unitOf, type VariableCodes, type WaveData } from '@peo/tabulation'
import { EVERYONE, type Family, groupKey } from './release-plan.ts'

/** Respondents who are in exactly the same groups of a family. */
export interface Atom {
  readonly size: number
}

/** A group that a family's tables show, as the atoms it consists of. */
export interface Group {
  readonly key: string
  readonly atoms: readonly number[]
  /** Sets of atoms whose counts its figures give away: itself, or in a weighted table by weight and sampling unit. */
  readonly parts: readonly (readonly number[])[]
  readonly size: number
  /** Sooner withheld when lower: 0 a category (or a combination), 1 a net, 2 a margin, 3 everyone. */
  readonly importance: number
}

/** The groups of a family as sets of atoms; every figure of the family's tables is a sum over such sets. */
export interface GroupSystem {
  readonly atoms: readonly Atom[]
  /** The parts of all who answered the question, those without an answer to the grouping variables included. */
  readonly everyone: readonly (readonly number[])[]
  readonly groups: readonly Group[]
}

interface Side {
  readonly variable: VariableCodes
  readonly any: number
  readonly codes: readonly string[]
}

interface Kind {
  readonly slots: readonly (readonly number[])[]
  readonly sampledAs: string
  size: number
}

/**
 * Builds the system of a family from a wave's answers: of its weighted tables, or of the others. Where few weights
 * occur, a weighted count has one possible make-up, so it tells how many had each weight; where there are few
 * strata or clusters, an interval likewise tells how many were of each.
 */
export function groupSystem(data: WaveData, family: Family, weighted: boolean): GroupSystem {
  const sides = family.by.map((code) => side(data, code))
  const readers = family.by.map((code, index) => slotReader(sides[index]!.variable, data.columns.get(code)))
  const base = family.question === '' ? () => true : answered(data, family.question)
  const kinds = new Map<string, Kind>()
  const count = (slots: Kind['slots'], sampledAs: string, size: number) => {
    const key = JSON.stringify([slots, sampledAs])
    const kind = kinds.get(key) ?? { slots, sampledAs, size: 0 }
    kind.size += size
    kinds.set(key, kind)
  }
  if (!weighted) for (const slots of emptyCells(data, family, sides)) count(slots, '', 0)
  for (let respondent = 0; respondent < data.size; respondent++) {
    if (!base(respondent)) continue
    count(
      readers.map((read) => read(respondent)),
      weighted ? sampledAs(data, respondent) : '',
      1,
    )
  }
  const list = [...kinds.values()]
  return {
    atoms: list.map(({ size }) => ({ size })),
    everyone: bySample(
      list,
      list.map((_, index) => index),
    ),
    groups: combinations(sides, list),
  }
}

function side(data: WaveData, code: string): Side {
  const variable = data.variables.get(code)
  if (variable === undefined) throw new RangeError(`wave ${data.wave} has no variable ${code}`)
  const codes = [...variable.categories, ...variable.nets.map((net) => `net:${net.code}`)]
  return { variable, codes, any: codes.length }
}

function answered(data: WaveData, question: string): (respondent: number) => boolean {
  const variable = data.variables.get(question)
  if (variable === undefined) throw new RangeError(`wave ${data.wave} has no variable ${question}`)
  const read = slotReader(variable, data.columns.get(question))
  return (respondent) => read(respondent).length > 0
}

/**
 * An atom for each category or combination, so that an empty one is protected as a small one is. A category that
 * the routing excludes gets none: the questionnaire tells everyone that it is empty.
 */
function emptyCells(data: WaveData, family: Family, sides: readonly Side[]): (readonly number[])[][] {
  if (family.by.some((code) => data.columns.get(code)?.kind !== 'single')) return []
  const routing = data.variables.get(family.question)?.askedIf
  return sides.reduce<(readonly number[])[][]>(
    (cells, { variable }) => {
      const read = slotReader(variable, {
        kind: 'single',
        codes: Uint8Array.from(variable.categories, (_, index) => index),
      })
      const possible = variable.categories.flatMap((category, index) =>
        routing?.variable === variable.code && !routing.in.includes(category) ? [] : [read(index)],
      )
      return cells.flatMap((cell) => possible.map((slots) => [...cell, slots]))
    },
    sides.length === 0 ? [] : [[]],
  )
}

function combinations(sides: readonly Side[], atoms: readonly Kind[]): Group[] {
  const slots = sides.reduce<number[][]>(
    (tuples, { any }) =>
      tuples.flatMap((tuple) => Array.from({ length: any + 1 }, (_, slot) => [...tuple, slot])),
    [[]],
  )
  return slots.map((tuple) => {
    const members = atoms.flatMap((atom, index) =>
      tuple.every((slot, dimension) => atom.slots[dimension]!.includes(slot)) ? [index] : [],
    )
    return {
      key: groupKey(tuple.map((slot, dimension) => sides[dimension]!.codes[slot] ?? EVERYONE)),
      atoms: members,
      parts: bySample(atoms, members),
      size: members.reduce((sum, index) => sum + atoms[index]!.size, 0),
      importance: importance(sides, tuple),
    }
  })
}

/** A respondent's weight and sampling unit. */
function sampledAs({ weights, design }: WaveData, respondent: number): string {
  return `${weights?.[respondent] ?? 1} ${design === undefined ? 0 : unitOf(design, respondent)}`
}

/** A set of atoms, cut into those of equal weight and sampling unit. */
function bySample(atoms: readonly Kind[], members: readonly number[]): number[][] {
  const kinds = new Set(members.map((index) => atoms[index]!.sampledAs))
  return [...kinds].map((kind) => members.filter((index) => atoms[index]!.sampledAs === kind))
}

function importance(sides: readonly Side[], tuple: readonly number[]): number {
  const margins = tuple.filter((slot, dimension) => slot === sides[dimension]!.any).length
  if (margins === tuple.length) return 3
  if (margins > 0) return 2
  return tuple.some((slot, dimension) => slot >= sides[dimension]!.variable.categories.length) ? 1 : 0
}
