import { slotReader, type VariableCodes, type WaveData } from '@peo/tabulation'
import { EVERYONE, type Family, groupKey } from './release-plan.ts'

/** Respondents who are in exactly the same groups of a family. */
export interface Atom {
  readonly size: number
}

/** A group that a family's tables show, as the atoms it consists of. */
export interface Group {
  readonly key: string
  readonly atoms: readonly number[]
  readonly size: number
  /** Sooner withheld when lower: 0 a category (or a combination), 1 a net, 2 a margin, 3 everyone. */
  readonly importance: number
}

/** The groups of a family as sets of atoms; every figure of the family's tables is a sum over such sets. */
export interface GroupSystem {
  readonly atoms: readonly Atom[]
  readonly groups: readonly Group[]
}

interface Side {
  readonly variable: VariableCodes
  readonly any: number
  readonly codes: readonly string[]
}

/** Builds the system of a family from a wave's answers. */
export function groupSystem(data: WaveData, family: Family): GroupSystem {
  const sides = family.by.map((code) => side(data, code))
  const readers = family.by.map((code, index) => slotReader(sides[index]!.variable, data.columns.get(code)))
  const base = family.question === '' ? () => true : answered(data, family.question)
  const atoms = new Map<string, { slots: (readonly number[])[]; size: number }>()
  for (const slots of emptyCells(data, family, sides)) atoms.set(JSON.stringify(slots), { slots, size: 0 })
  for (let respondent = 0; respondent < data.size; respondent++) {
    if (!base(respondent)) continue
    const slots = readers.map((read) => read(respondent))
    const key = JSON.stringify(slots)
    const atom = atoms.get(key) ?? { slots, size: 0 }
    atom.size++
    atoms.set(key, atom)
  }
  const list = [...atoms.values()]
  return { atoms: list.map(({ size }) => ({ size })), groups: combinations(sides, list) }
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

function combinations(
  sides: readonly Side[],
  atoms: readonly { slots: readonly (readonly number[])[]; size: number }[],
): Group[] {
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
      size: members.reduce((sum, index) => sum + atoms[index]!.size, 0),
      importance: importance(sides, tuple),
    }
  })
}

function importance(sides: readonly Side[], tuple: readonly number[]): number {
  const margins = tuple.filter((slot, dimension) => slot === sides[dimension]!.any).length
  if (margins === tuple.length) return 3
  if (margins > 0) return 2
  return tuple.some((slot, dimension) => slot >= sides[dimension]!.variable.categories.length) ? 1 : 0
}
