import { scrambled } from '../span/scrambled.ts'
import type { Count } from './find-changes.ts'
import { markLists } from './mark-lists.ts'
import type { PublishedAnswers } from './published-answers.ts'

/** Of more atoms there are too many pairs. */
const mostAtoms = 600

/** Pairs of pairs that are looked at. */
const mostFound = 100_000

/** A bit for each answer: of more answers, the rest is left to programs. */
const mostAnswers = 31

/**
 * The counts that differ where four respondents exchange two answers: two get the one and two the other, and those
 * who get the same are together in the same published sets as the other two are. Nothing published changes.
 */
export function changedByFour(known: PublishedAnswers, counts: readonly Count[]): ReadonlySet<Count> {
  if (known.sizes.length > mostAtoms) return new Set()
  const sets = [...new Set(counts.map(({ atoms }) => atoms))]
  const place = new Map(sets.map((atoms, index) => [atoms, index]))
  const words = Math.ceil(sets.length / 32)
  const holding = membershipBits(sets, known.sizes.length, words)
  const given = givenBits(known)
  const changed = known.answers.map(() => new Int32Array(words))
  forPairsAlike(known, (p, q, r, s) => {
    const [here, there] = [given[p]! & given[q]!, given[r]! & given[s]!]
    if (here === 0 || there === 0) return true
    const both = here | there
    for (let answer = 0; answer < Math.min(changed.length, mostAnswers); answer++) {
      const bit = 1 << answer
      // Who gives up this answer must get another that the others give up, and the other way round.
      if ((both & bit) === 0 || !((there & bit && here & ~bit) || (here & bit && there & ~bit))) continue
      const own = changed[answer]!
      for (let word = 0; word < words; word++) {
        const [a, b, c, d] = [holding[p]![word]!, holding[q]![word]!, holding[r]![word]!, holding[s]![word]!]
        own[word]! |= (a ^ b ^ c ^ d) | ((a & b) ^ (c & d))
      }
    }
    return true
  })
  const isChanged = ({ answer, atoms }: Count) => {
    const index = place.get(atoms)!
    return ((changed[answer]![index >> 5]! >> (index & 31)) & 1) === 1
  }
  return new Set(counts.filter(isChanged))
}

/** By atom, a bit for each set that holds it. */
function membershipBits(sets: readonly (readonly number[])[], width: number, words: number): Int32Array[] {
  const bits = Array.from({ length: width }, () => new Int32Array(words))
  for (const [index, atoms] of sets.entries()) {
    for (const atom of atoms) bits[atom]![index >> 5]! |= 1 << (index & 31)
  }
  return bits
}

/** By atom, a bit for each answer that somebody in it gave. */
function givenBits({ sizes, answers }: PublishedAnswers): number[] {
  return sizes.map((_, atom) =>
    answers
      .slice(0, mostAnswers)
      .reduce((bits, counts, answer) => bits | (counts[atom]! > 0 ? 1 << answer : 0), 0),
  )
}

/**
 * Calls `found` for two pairs of atoms, all different, that are together equally often in each published set, until it
 * says that no more are wanted.
 */
export function forPairsAlike(
  { sizes, published }: Pick<PublishedAnswers, 'sizes' | 'published'>,
  found: (p: number, q: number, r: number, s: number) => boolean,
): void {
  const atoms = [...sizes.keys()].filter((atom) => sizes[atom]! > 0)
  const [one, other] = marksOf(published, sizes.length)
  const pairs = (atoms.length * (atoms.length - 1)) / 2
  const [first, second] = [new Int32Array(pairs), new Int32Array(pairs)]
  const { add, before } = markLists(pairs)
  let left = mostFound
  for (const [place, p] of atoms.entries()) {
    for (let next = place + 1; next < atoms.length; next++) {
      const q = atoms[next]!
      const own = add((one[p]! + one[q]!) | 0, (other[p]! + other[q]!) | 0)
      first[own] = p
      second[own] = q
      for (let pair = before[own]!; pair !== -1; pair = before[pair]!) {
        const [r, s] = [first[pair]!, second[pair]!]
        if (r === p || r === q || s === p || s === q) continue
        if (!found(p, q, r, s) || --left === 0) return
      }
    }
  }
}

/** By atom, two sums of random numbers, one for each set that holds it: equal by chance once in 10^19. */
export function marksOf(
  published: readonly (readonly number[])[],
  width: number,
): readonly [Int32Array, Int32Array] {
  const marks = [new Int32Array(width), new Int32Array(width)] as const
  for (const [set, atoms] of published.entries()) {
    for (const atom of atoms) {
      marks[0][atom]! += scrambled(2 * set + 1)
      marks[1][atom]! += scrambled(2 * set + 2)
    }
  }
  return marks
}
