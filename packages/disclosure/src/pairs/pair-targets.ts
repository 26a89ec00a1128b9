import { type PairSide, widthOf } from './pair-side.ts'
import type { BackgroundKinds, PairQuestion } from './pair-wave.ts'

/** How many of a secret gave some answers to a side of its question. */
export interface PairCount {
  readonly side: PairSide
  readonly secret: number
  /** By answer, the last of none, 1 where it is counted. */
  readonly counted: Uint8Array
  readonly isZero: boolean
}

/** Something of a secret that must not be known: it is not where any of the counts can differ by one respondent. */
export interface PairTarget {
  readonly secret: number
  readonly problem: 'PINNED' | 'ONE_ANSWER'
  /** The code of the answer; null where it is to have named none of several options. */
  readonly answer: string | null
  readonly counts: readonly PairCount[]
}

/** What must not be known of a question's secrets. */
export function pairTargets({ sides, secrets }: PairQuestion, kinds: BackgroundKinds): PairTarget[] {
  const given = new Map(sides.map((side) => [side, givenByKind(side, kinds)]))
  const answersGiven = (side: PairSide, has: Uint8Array) => sumOf(given.get(side)!, has)
  return secrets.flatMap((_, secret) => {
    const targets = sides.flatMap((side) =>
      sideTargets(side, secret, answersGiven(side, secrets[secret]!.has)),
    )
    const silent = sides.flatMap((side) => {
      const given = answersGiven(side, secrets[secret]!.has)
      const isSilent = side.option !== undefined && given[0] === 0 && given[1]! > 0
      return isSilent ? [countOf(side, secret, [0], true)] : []
    })
    const areAllSilent = silent.length === sides.length && sides.length > 0
    return areAllSilent
      ? [...targets, { secret, problem: 'ONE_ANSWER' as const, answer: null, counts: silent }]
      : targets
  })
}

function sideTargets(side: PairSide, secret: number, given: ArrayLike<number>): PairTarget[] {
  const answers = [...side.codes.keys()]
  const own = answers.filter((answer) => given[answer]! > 0)
  const pinned = own.map((answer) => ({
    secret,
    problem: 'PINNED' as const,
    answer: side.codes[answer]!,
    counts: [countOf(side, secret, [answer], false)],
  }))
  const [only] = own
  if (side.option !== undefined || own.length !== 1 || answers.length === 1) return pinned
  const others = answers.filter((answer) => answer !== only)
  const lone = {
    secret,
    problem: 'ONE_ANSWER' as const,
    answer: side.codes[only!]!,
    counts: [countOf(side, secret, others, true)],
  }
  return [...pinned, lone]
}

/** By kind of background, how many gave each answer. */
function givenByKind(side: PairSide, { kindOf, list }: BackgroundKinds): Int32Array[] {
  const given = list.map(() => new Int32Array(widthOf(side)))
  for (let who = 0; who < kindOf.length; who++) given[kindOf[who]!]![side.answerOf[who]!]!++
  return given
}

function sumOf(given: readonly Int32Array[], has: Uint8Array): Int32Array {
  const sum = new Int32Array(given[0]?.length ?? 0)
  for (const [kind, own] of given.entries()) {
    if (has[kind] === 1) for (const [answer, count] of own.entries()) sum[answer]! += count
  }
  return sum
}

function countOf(side: PairSide, secret: number, answers: readonly number[], isZero: boolean): PairCount {
  const counted = new Uint8Array(widthOf(side))
  for (const answer of answers) counted[answer] = 1
  return { side, secret, counted, isZero }
}
