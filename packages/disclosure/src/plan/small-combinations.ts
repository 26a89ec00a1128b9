import type { GroupSystem } from './group-system.ts'

/** Variables of which the combinations are looked at; of more there would be too many. */
const mostVariables = 8

/**
 * The sets of fewer than `k` respondents, as atoms, that any categories of some variables single out together; not to
 * have answered a variable counts as a category.
 */
export function smallCombinations({ sizes, answers }: GroupSystem, k: number): number[][] {
  const variables = [...new Set(answers.flatMap((own) => [...own.keys()]))].slice(0, mostVariables)
  const atoms = [...sizes.keys()].filter((atom) => sizes[atom]! > 0)
  const found = new Map<string, number[]>()
  for (let chosen = 1; chosen < 2 ** variables.length; chosen++) {
    const by = variables.filter((_, place) => (chosen >> place) % 2 === 1)
    const sets = new Map<string, number[]>()
    for (const atom of atoms) {
      const key = by.map((code) => answers[atom]!.get(code) ?? '').join('/')
      sets.set(key, [...(sets.get(key) ?? []), atom])
    }
    for (const set of sets.values()) {
      if (set.reduce((sum, atom) => sum + sizes[atom]!, 0) < k) found.set(set.join(), set)
    }
  }
  return [...found.values()]
}
