import type { Count } from './find-changes.ts'
import type { PublishedAnswers } from './published-answers.ts'

/**
 * Whether two respondents can exchange answers, and nothing published changes but this count of a withheld set: one
 * in the set and one outside it, who are in the same published sets.
 */
export function exchangesOf({ sizes, answers, published }: PublishedAnswers): (count: Count) => boolean {
  const memberships = sizes.map((): number[] => [])
  for (const [set, atoms] of published.entries()) for (const atom of atoms) memberships[atom]!.push(set)
  const alike = new Map<string, number[]>()
  for (const [atom, sets] of memberships.entries()) {
    const key = sets.join()
    const others = alike.get(key)
    if (others === undefined) alike.set(key, [atom])
    else others.push(atom)
  }
  return ({ answer, atoms }) => {
    const counts = answers[answer]!
    const within = new Set(atoms)
    const gaveIt = (atom: number) => counts[atom]! > 0
    const gaveAnother = (atom: number) => counts[atom]! < sizes[atom]!
    return atoms.some((atom) =>
      alike
        .get(memberships[atom]!.join())!
        .some(
          (other) =>
            !within.has(other) &&
            ((gaveIt(atom) && gaveAnother(other)) || (gaveAnother(atom) && gaveIt(other))),
        ),
    )
  }
}
