import type { GroupSystem } from './group-system.ts'

/** Variables of which the combinations are looked at; of more there would be too many. */
const mostVariables = 8

/**
 * The sets of fewer than `k` respondents, as atoms, that any categories and nets of some variables single out together,
 * and that several of one variable do. Not to have answered a variable counts as a category.
 */
export function smallCombinations({ sizes, answers }: GroupSystem, k: number): (readonly number[])[] {
  const variables = [...new Set(answers.flatMap((own) => [...own.keys()]))].slice(0, mostVariables)
  const slots = variables.map((code) => slotsOf(answers, code))
  const isSmall = (set: readonly number[]) => sizeOf(set, sizes) < k
  const found = new Map<string, readonly number[]>()
  // By choice of variables, a bit each, the sets they single out; those of a single atom hold no smaller ones.
  const divisible = [[[...sizes.keys()].filter((atom) => sizes[atom]! > 0)]]
  for (let chosen = 1; chosen < 2 ** variables.length; chosen++) {
    const last = 31 - Math.clz32(chosen)
    const isAlone = chosen === 1 << last
    const sets = divisible[chosen ^ (1 << last)]!.flatMap((set) => divided(set, slots[last]!))
    divisible.push(sets.filter((set) => set.length > 1))
    const small = sets.filter(isSmall)
    for (const set of isAlone ? unions(small, isSmall) : small) found.set(set.join(), set)
  }
  return [...found.values()]
}

/** By atom, the places of the category and nets of a variable. */
function slotsOf(answers: GroupSystem['answers'], code: string): (readonly number[])[] {
  const places = new Map<string, number>()
  const placeOf = (answer: string) => {
    const place = places.get(answer) ?? places.size
    places.set(answer, place)
    return place
  }
  return answers.map((own) => (own.get(code) ?? ['']).map(placeOf))
}

/** The parts of a set by slot, those of several slots in each. */
function divided(set: readonly number[], slots: readonly (readonly number[])[]): number[][] {
  const parts = new Map<number, number[]>()
  for (const atom of set) {
    for (const slot of slots[atom]!) {
      const part = parts.get(slot)
      if (part === undefined) parts.set(slot, [atom])
      else part.push(atom)
    }
  }
  return [...parts.values()]
}

/** All unions of these sets, themselves included, that are small. */
function unions(
  sets: readonly (readonly number[])[],
  isSmall: (set: readonly number[]) => boolean,
): (readonly number[])[] {
  const all: (readonly number[])[] = []
  for (const set of sets) {
    const joined = all.map((other) => [...new Set([...other, ...set])].sort((a, b) => a - b))
    all.push(set, ...joined.filter(isSmall))
  }
  return all
}

function sizeOf(set: readonly number[], sizes: readonly number[]): number {
  let size = 0
  for (const atom of set) size += sizes[atom]!
  return size
}
