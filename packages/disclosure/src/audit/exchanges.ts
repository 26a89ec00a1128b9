import { marksOf } from './exchanges-of-four.ts'
import type { Count } from './find-changes.ts'
import type { PublishedAnswers } from './published-answers.ts'

/**
 * Whether two respondents can exchange answers, and nothing published changes but this count of a withheld set: one
 * in the set and one outside it, who are in the same published sets.
 */
export function exchangesOf({ sizes, answers, published }: PublishedAnswers): (count: Count) => boolean {
  const alike = alikeAtoms(published, sizes.length)
  const isWithin = new Uint8Array(sizes.length)
  return ({ answer, atoms }) => {
    const counts = answers[answer]!
    for (const atom of atoms) isWithin[atom] = 1
    const isExchanged = atoms.some((atom) => {
      const [gaveIt, gaveAnother] = [counts[atom]! > 0, counts[atom]! < sizes[atom]!]
      for (const other of alike[atom]!) {
        if (isWithin[other] === 1) continue
        if ((gaveIt && counts[other]! < sizes[other]!) || (gaveAnother && counts[other]! > 0)) return true
      }
      return false
    })
    for (const atom of atoms) isWithin[atom] = 0
    return isExchanged
  }
}

/** By atom, those in the same sets, itself included. */
function alikeAtoms(published: readonly (readonly number[])[], width: number): (readonly number[])[] {
  const [one, other] = marksOf(published, width)
  const byMarks = new Map<number, Map<number, number[]>>()
  return Array.from({ length: width }, (_, atom) => {
    const byOther = byMarks.get(one[atom]!) ?? new Map<number, number[]>()
    byMarks.set(one[atom]!, byOther)
    const alike = byOther.get(other[atom]!) ?? []
    byOther.set(other[atom]!, alike)
    alike.push(atom)
    return alike
  })
}
