import { forPairsAlike } from '../audit/exchanges-of-four.ts'
import { grouped } from './grouped.ts'
import type { PairSide } from './pair-side.ts'
import type { PairQuestion } from './pair-wave.ts'

/** Exchanges of a side that are kept: of those that can tell something of a secret, and of others. */
const mostMoves = 4000
const mostOthers = 500

/** Of the respondents of a background who gave an answer, so many are tried. */
const mostTried = 2

/**
 * Exchanges of two answers to a question that change nothing which tables by background tell of it: two respondents in
 * the same sets, or two and two who are together in the same sets. Four places each; -1 where there are only two.
 */
export interface SideMoves {
  size: number
  /** From, from, to, to: who gives one answer for the other, and who the other for the one. */
  readonly who: Int32Array
  /** Two each: the answer of those first, and of those last. */
  readonly answers: Uint8Array
}

export function sideMoves(
  side: PairSide,
  { setsOf, classOf, secrets }: Pick<PairQuestion, 'setsOf' | 'classOf' | 'secrets'>,
  membersOf: readonly Int32Array[],
): SideMoves {
  const moves = { size: 0, who: new Int32Array(4 * mostMoves), answers: new Uint8Array(2 * mostMoves) }
  const width = side.option === undefined ? side.codes.length + 1 : 3
  const some = membersOf.map((members) => someByAnswer(members, side.answerOf, width))
  const isSecret = membersOf.map((_, kind) => secrets.some(({ has }) => has[kind] === 1))
  let others = 0
  /** Whether some more exchanges of these backgrounds are kept. */
  const areWanted = (...kinds: readonly number[]) =>
    kinds.some((kind) => isSecret[kind]) || ++others <= mostOthers
  for (const alike of grouped(membersOf.keys(), (kind) => classOf[kind]!).values()) {
    for (const p of alike)
      for (const r of alike) if (p !== r && areWanted(p, r)) addMoves(moves, [some[p]!], [some[r]!], width)
  }
  const sets = new Map<number, number[]>()
  for (const [kind, places] of setsOf.entries()) {
    for (const place of places) {
      const own = sets.get(place)
      if (own === undefined) sets.set(place, [kind])
      else own.push(kind)
    }
  }
  const sizes = membersOf.map(({ length }) => length)
  const given = some.map((own) =>
    own.reduce((bits, { length }, answer) => bits | (length > 0 ? 1 << answer : 0), 0),
  )
  forPairsAlike({ sizes, published: [...sets.values()] }, (p, q, r, s) => {
    const canExchange = (given[p]! & given[q]!) !== 0 && (given[r]! & given[s]!) !== 0
    if (canExchange && areWanted(p, q, r, s))
      addMoves(moves, [some[p]!, some[q]!], [some[r]!, some[s]!], width)
    return moves.size < mostMoves
  })
  return moves
}

type ByAnswer = readonly (readonly number[])[]

function addMoves(moves: SideMoves, from: readonly ByAnswer[], to: readonly ByAnswer[], width: number): void {
  for (let one = 0; one < width; one++) {
    const starts = choices(from, one)
    if (starts.length === 0) continue
    for (let other = 0; other < width; other++) {
      if (one === other) continue
      for (const end of choices(to, other)) {
        for (const start of starts) {
          if (moves.size === mostMoves) return
          const at = 4 * moves.size
          moves.who[at] = start[0]!
          moves.who[at + 1] = start[1] ?? -1
          moves.who[at + 2] = end[0]!
          moves.who[at + 3] = end[1] ?? -1
          moves.answers[2 * moves.size] = one
          moves.answers[2 * moves.size + 1] = other
          moves.size++
        }
      }
    }
  }
}

function choices([first, second]: readonly ByAnswer[], answer: number): (readonly number[])[] {
  const own = first![answer]!
  return second === undefined
    ? own.map((who) => [who])
    : own.flatMap((who) => second[answer]!.map((other) => [who, other]))
}

/** By answer, a few of the respondents of a background who gave it. */
function someByAnswer(members: Int32Array, answerOf: Uint8Array, width: number): number[][] {
  const some = Array.from({ length: width }, (): number[] => [])
  for (const who of members) {
    const own = some[answerOf[who]!]!
    if (own.length < mostTried) own.push(who)
  }
  return some
}
