import type { PublishedAnswers } from './published-answers.ts'

/** By answer, the least and the most of each atom who can have given it. */
export interface AnswerBounds {
  readonly least: readonly ArrayLike<number>[]
  readonly most: readonly ArrayLike<number>[]
}

interface Sum {
  /** Answers and atoms of which the numbers are added. */
  readonly of: readonly (readonly [answer: number, atom: number])[]
  readonly is: number
}

/** Rounds after which bounds that still move are left as they are: each round gives valid ones. */
const rounds = 20

/** What each sum says about one of its numbers by the bounds of the others; over and over. All whole numbers. */
export function answerBounds({ sizes, answers, published }: PublishedAnswers): AnswerBounds {
  const least = answers.map(() => new Float64Array(sizes.length))
  const most = answers.map(() => Float64Array.from(sizes))
  const sums: readonly Sum[] = [
    ...sizes.map((is, atom) => ({ of: answers.map((_, answer) => [answer, atom] as const), is })),
    ...published.flatMap((set) =>
      answers.map((counts, answer) => ({
        of: set.map((atom) => [answer, atom] as const),
        is: set.reduce((total, atom) => total + counts[atom]!, 0),
      })),
    ),
  ]
  for (let round = 0; round < rounds; round++) {
    if (!sums.map((sum) => tighten(sum, { least, most })).includes(true)) break
  }
  return { least, most }
}

function tighten({ of, is }: Sum, { least, most }: Record<'least' | 'most', Float64Array[]>): boolean {
  let low = 0
  let high = 0
  for (const [answer, atom] of of) {
    low += least[answer]![atom]!
    high += most[answer]![atom]!
  }
  if (low === high) return false
  let moved = false
  for (const [answer, atom] of of) {
    const own = { least: least[answer]![atom]!, most: most[answer]![atom]! }
    const atLeast = is - high + own.most
    const atMost = is - low + own.least
    if (atLeast > own.least) least[answer]![atom] = atLeast
    if (atMost < own.most) most[answer]![atom] = atMost
    if (atLeast > own.least || atMost < own.most) moved = true
    low += Math.max(0, atLeast - own.least)
    high -= Math.max(0, own.most - atMost)
  }
  return moved
}
