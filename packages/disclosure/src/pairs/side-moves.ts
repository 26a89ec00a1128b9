import { forPairsAlike } from '../audit/exchanges-of-four.ts'
import { grouped } from './grouped.ts'
import { type PairSide, widthOf } from './pair-side.ts'
import { type BackgroundKinds, givenBits, type PairQuestion } from './pair-wave.ts'

/** Exchanges of a side that are kept: of those that can tell something of a secret, and of others. */
const mostMoves = 4000
const mostOthers = 500

/**
 * Exchanges of two answers to a question that change nothing which tables by background tell of it: two respondents in
 * the same sets, or two and two who are together in the same sets, by their kinds of background. Two of one kind change
 * nothing at all by background.
 */
export interface SideMoves {
  readonly size: number
  /** Four each, from, from, to, to: who gives one answer for the other, and who the other for the one; -1 for nobody. */
  readonly kinds: Int32Array
  /** Two each: the answer of those first, and of those last. */
  readonly answers: Uint8Array
  /** Places in `kinds` where somebody of a background gives up an answer. */
  readonly byKind: (kind: number, answer: number) => readonly number[]
}

export function sideMoves(
  side: PairSide,
  { published, classOf, secrets }: Pick<PairQuestion, 'published' | 'classOf' | 'secrets'>,
  kinds: BackgroundKinds,
): SideMoves {
  const moves = { size: 0, kinds: new Int32Array(4 * mostMoves), answers: new Uint8Array(2 * mostMoves) }
  const { list } = kinds
  const { given, sizes } = givenBits(side, kinds)
  const isSecret = list.map((_, kind) => secrets.some(({ has }) => has[kind] === 1))
  let others = 0
  const addSome = (p: number, q: number, r: number, s: number) => {
    const there = q === -1 ? given[p]! : given[p]! & given[q]!
    const here = s === -1 ? given[r]! : given[r]! & given[s]!
    if (there === 0 || here === 0 || (there === here && (there & (there - 1)) === 0)) return
    if (isSecret[p] || isSecret[r] || isSecret[q] || isSecret[s] || ++others <= mostOthers)
      addMoves(moves, [p, q, r, s], [there, here], widthOf(side))
  }
  for (const alike of grouped(list.keys(), (kind) => classOf[kind]!).values()) {
    for (const p of alike) for (const r of alike) if (p !== r) addSome(p, -1, r, -1)
  }
  for (const kind of list.keys()) addSome(kind, -1, kind, -1)
  forPairsAlike({ sizes, published }, (p, q, r, s) => {
    addSome(p, q, r, s)
    return moves.size < mostMoves
  })
  return { ...moves, byKind: placesByKind(moves, list.length, widthOf(side)) }
}

type Growing = { size: number } & Pick<SideMoves, 'kinds' | 'answers'>

function addMoves(
  moves: Growing,
  kinds: readonly number[],
  [there, here]: readonly [number, number],
  width: number,
): void {
  for (let one = 0; one < width; one++) {
    if (((there >> one) & 1) === 0) continue
    for (let other = 0; other < width; other++) {
      if (one === other || ((here >> other) & 1) === 0 || moves.size === mostMoves) continue
      moves.kinds.set(kinds, 4 * moves.size)
      moves.answers[2 * moves.size] = one
      moves.answers[2 * moves.size + 1] = other
      moves.size++
    }
  }
}

function placesByKind(
  { size, kinds, answers }: Growing,
  kindsOfAll: number,
  width: number,
): SideMoves['byKind'] {
  const lists = Array.from({ length: kindsOfAll * width }, (): number[] => [])
  for (let place = 0; place < 4 * size; place++) {
    const kind = kinds[place]!
    const answer = answers[2 * (place >> 2) + Number((place & 2) !== 0)]!
    if (kind !== -1) lists[kind * width + answer]!.push(place)
  }
  return (kind, answer) => lists[kind * width + answer]!
}
