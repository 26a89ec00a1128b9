import { marksOf } from '../audit/exchanges-of-four.ts'
import { type MarkLists, markLists } from '../audit/mark-lists.ts'
import type { Exchange } from './exchange.ts'
import { remembered } from './remembered.ts'

/** Of more kinds of background that gave an answer, the first are looked at: three of them make thousands of sets. */
const mostKinds = 28

/** Exchanges of two answers that are found. */
const mostFound = 4000

/** What is known of the backgrounds of those who answered a question. */
export interface Answered {
  /** By kind of background, a bit for each answer that somebody gave. */
  readonly given: Int32Array
  /** Sets of kinds of which the answers are published. */
  readonly published: readonly (readonly number[])[]
}

/** Finds the exchanges of one answer for another. */
export type ExchangesOfSix = (from: number, to: number) => Exchange[]

/**
 * Exchanges between three respondents who gave one answer and three who gave another, all of different backgrounds,
 * that change nothing published: the three are together equally often in each set.
 */
export function exchangesOfSix({ given, published }: Answered): ExchangesOfSix {
  const marks = marksOf(published, given.length)
  const threesOf = remembered((answer: number) => threes(given, answer, marks))
  return (from, to) => {
    const [own, others] = [threesOf(from), threesOf(to)]
    const { ones: first, others: second } = own.lists
    const found: Exchange[] = []
    for (let three = first.length - 1; three >= 0; three--) {
      let other = others.lists.last(first[three]!, second[three]!)
      if (other === -1) continue
      const here = kindsOf(own, three)
      for (; other !== -1; other = others.lists.before[other]!) {
        const there = kindsOf(others, other)
        if (here.some((kind) => there.includes(kind))) continue
        if (found.push({ here, there, from, to }) === mostFound) return found
      }
    }
    return found
  }
}

/** Sets of three kinds, those last that are first by their kinds. */
interface Threes {
  /** Three each. */
  readonly kinds: Int32Array
  readonly lists: MarkLists
}

const kindsOf = ({ kinds }: Threes, three: number): readonly number[] => [
  kinds[3 * three]!,
  kinds[3 * three + 1]!,
  kinds[3 * three + 2]!,
]

/** Every three kinds of which somebody gave an answer. */
function threes(given: Int32Array, answer: number, [one, other]: ReturnType<typeof marksOf>): Threes {
  const some = [...given.keys()].filter((kind) => ((given[kind]! >> answer) & 1) === 1).slice(0, mostKinds)
  const size = (some.length * (some.length - 1) * (some.length - 2)) / 6
  const kinds = new Int32Array(3 * size)
  const lists = markLists(size)
  for (let a = some.length - 3; a >= 0; a--) {
    for (let b = some.length - 2; b > a; b--) {
      for (let c = some.length - 1; c > b; c--) {
        const [p, q, r] = [some[a]!, some[b]!, some[c]!]
        const [first, second] = [(one[p]! + one[q]! + one[r]!) | 0, (other[p]! + other[q]! + other[r]!) | 0]
        kinds.set([p, q, r], 3 * lists.add(first, second))
      }
    }
  }
  return { kinds, lists }
}
