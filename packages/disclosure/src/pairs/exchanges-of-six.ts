import { marksOf } from '../audit/exchanges-of-four.ts'
import type { Exchange } from './exchange.ts'

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

/**
 * Exchanges between three respondents who gave one answer and three who gave another, all of different backgrounds,
 * that change nothing published: the three are together equally often in each set.
 */
export function exchangesOfSix({ given, published }: Answered, from: number, to: number): Exchange[] {
  const marks = marksOf(published, given.length)
  const there = new Map<number, (readonly number[])[]>()
  for (const three of threes(given, to)) {
    const key = markOf(three, marks)
    const alike = there.get(key)
    if (alike === undefined) there.set(key, [three])
    else alike.push(three)
  }
  const found: Exchange[] = []
  for (const here of threes(given, from)) {
    for (const three of there.get(markOf(here, marks)) ?? []) {
      if (here.some((kind) => three.includes(kind))) continue
      if (found.push({ here, there: three, from, to }) === mostFound) return found
    }
  }
  return found
}

/** Every three kinds of which somebody gave an answer. */
function threes(given: Int32Array, answer: number): (readonly number[])[] {
  const kinds = [...given.keys()].filter((kind) => ((given[kind]! >> answer) & 1) === 1).slice(0, mostKinds)
  const sets: (readonly number[])[] = []
  for (const [place, one] of kinds.entries()) {
    for (let next = place + 1; next < kinds.length; next++) {
      for (let last = next + 1; last < kinds.length; last++) sets.push([one, kinds[next]!, kinds[last]!])
    }
  }
  return sets
}

function markOf(kinds: readonly number[], [one, other]: ReturnType<typeof marksOf>): number {
  let [first, second] = [0, 0]
  for (const kind of kinds) {
    first = (first + one[kind]!) | 0
    second = (second + other[kind]!) | 0
  }
  return (first >>> 0) * 2 ** 21 + (second >>> 11)
}
