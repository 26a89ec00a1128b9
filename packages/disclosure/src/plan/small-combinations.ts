import type { GroupSystem } from './group-system.ts'

/** Variables of which the combinations are looked at; of more there would be too many. */
const mostVariables = 8

interface Members {
  readonly atoms: readonly number[]
  readonly size: number
}

/**
 * The sets of fewer than `k` respondents, as atoms, that any categories and nets of some variables single out together,
 * and that several of one variable do. Not to have answered a variable counts as a category.
 */
export function smallCombinations({ sizes, answers }: GroupSystem, k: number): (readonly number[])[] {
  const variables = [...new Set(answers.flatMap((own) => [...own.keys()]))].slice(0, mostVariables)
  const atoms = [...sizes.keys()].filter((atom) => sizes[atom]! > 0)
  const found = new Map<string, readonly number[]>()
  for (let chosen = 1; chosen < 2 ** variables.length; chosen++) {
    const by = variables.filter((_, place) => (chosen >> place) % 2 === 1)
    const sets = new Map<string, Members>()
    for (const atom of atoms) {
      for (const key of keysOf(by.map((code) => answers[atom]!.get(code) ?? ['']))) {
        const own = sets.get(key) ?? { atoms: [], size: 0 }
        sets.set(key, { atoms: [...own.atoms, atom], size: own.size + sizes[atom]! })
      }
    }
    const small = [...sets.values()].filter(({ size }) => size < k)
    for (const set of by.length === 1 ? unions(small, k) : small) found.set(set.atoms.join(), set.atoms)
  }
  return [...found.values()]
}

/** Every choice of one code of each variable. */
function keysOf(codes: readonly (readonly string[])[]): string[] {
  return codes.reduce<string[]>(
    (keys, own) => keys.flatMap((key) => own.map((code) => `${key}/${code}`)),
    [''],
  )
}

/** All unions of these sets, themselves included, that have fewer than `k` respondents. */
function unions(sets: readonly Members[], k: number): Members[] {
  const all: Members[] = []
  for (const set of sets) {
    const joined = all.map((other) => ({
      atoms: [...new Set([...other.atoms, ...set.atoms])].sort((a, b) => a - b),
      size: other.size + set.size,
    }))
    all.push(set, ...joined.filter(({ size }) => size < k))
  }
  return all
}
