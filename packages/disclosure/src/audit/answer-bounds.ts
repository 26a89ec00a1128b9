import type { PublishedAnswers } from './published-answers.ts'

/** By answer, the least and the most of each atom who can have given it. */
export interface AnswerBounds {
  readonly least: readonly ArrayLike<number>[]
  readonly most: readonly ArrayLike<number>[]
}

interface Sum {
  /** Places of the numbers that are added. */
  readonly of: Int32Array
  readonly is: number
}

/** Rounds after which bounds that still move are left as they are: each round gives valid ones. */
const rounds = 20

/** What each sum says about one of its numbers by the bounds of the others; over and over. All whole numbers. */
export function answerBounds({ sizes, answers, published }: PublishedAnswers): AnswerBounds {
  const width = sizes.length
  const least = new Int32Array(answers.length * width)
  const most = new Int32Array(answers.length * width)
  for (let place = 0; place < most.length; place++) most[place] = sizes[place % width]!
  const sums: Sum[] = sizes.map((is, atom) => ({
    of: Int32Array.from(answers, (_, answer) => answer * width + atom),
    is,
  }))
  for (const set of published) {
    for (const [answer, counts] of answers.entries()) {
      const of = Int32Array.from(set, (atom) => answer * width + atom)
      sums.push({ of, is: set.reduce((total, atom) => total + counts[atom]!, 0) })
    }
  }
  for (let round = 0; round < rounds; round++) {
    let moved = false
    for (const sum of sums) if (tighten(sum, least, most)) moved = true
    if (!moved) break
  }
  const byAnswer = (numbers: Int32Array) =>
    answers.map((_, answer) => numbers.subarray(answer * width, (answer + 1) * width))
  return { least: byAnswer(least), most: byAnswer(most) }
}

function tighten({ of, is }: Sum, least: Int32Array, most: Int32Array): boolean {
  let low = 0
  let high = 0
  for (let index = 0; index < of.length; index++) {
    low += least[of[index]!]!
    high += most[of[index]!]!
  }
  if (low === high) return false
  let moved = false
  for (let index = 0; index < of.length; index++) {
    const place = of[index]!
    const [ownLeast, ownMost] = [least[place]!, most[place]!]
    const atLeast = is - high + ownMost
    const atMost = is - low + ownLeast
    if (atLeast > ownLeast) {
      least[place] = atLeast
      low += atLeast - ownLeast
      moved = true
    }
    if (atMost < ownMost) {
      most[place] = atMost
      high -= ownMost - atMost
      moved = true
    }
  }
  return moved
}
