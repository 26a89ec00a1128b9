import type { Exchange } from './exchange.ts'
import { exchangesOfSix } from './exchanges-of-six.ts'
import { type PairSide, widthOf } from './pair-side.ts'
import type { PairCount } from './pair-targets.ts'
import { type BackgroundKinds, givenBits, type PairQuestion, type PairSecret } from './pair-wave.ts'
import { remembered } from './remembered.ts'
import type { SideMoves } from './side-moves.ts'
import { lowestBit } from './table-trades.ts'

/** Exchanges that are kept for a count. */
const mostKept = 24

/** Of fewer, exchanges of six are sought as well. */
const few = 4

/** Exchanges that change a count. */
export type Openers = (count: PairCount) => readonly Exchange[]

/** Finds the exchanges of a side that change a count, and nothing that tables by background tell. */
export function openersOf(
  side: PairSide,
  moves: SideMoves,
  { secrets, published }: Pick<PairQuestion, 'secrets' | 'published'>,
  kinds: BackgroundKinds,
): Openers {
  const lists = listsOf(moves, secrets, widthOf(side))
  const ofSix = sixesOf(side, published, kinds)
  return remembered((count: PairCount) => {
    const own = [...count.counted.keys()].flatMap((answer) =>
      count.counted[answer] === 1
        ? lists[count.secret * widthOf(side) + answer]!.filter(({ from, to }) =>
            isCountedOnce(count, from, to),
          )
        : [],
    )
    return own.length < few ? [...own, ...ofSix(count, secrets[count.secret]!)] : own
  })
}

function isCountedOnce({ counted }: PairCount, from: number, to: number): boolean {
  return counted[from] !== counted[to]
}

/** By secret and answer, exchanges between two or four that change how many of it gave the answer. */
function listsOf(moves: SideMoves, secrets: readonly PairSecret[], width: number): Exchange[][] {
  const lists = Array.from({ length: secrets.length * width }, (): Exchange[] => [])
  const holding = holdingBits(secrets)
  const nobody = new Int32Array(Math.ceil(secrets.length / 32))
  for (let move = 0; move < moves.size; move++) {
    const [here, there] = [
      moves.kinds.subarray(4 * move, 4 * move + 2),
      moves.kinds.subarray(4 * move + 2, 4 * move + 4),
    ]
    const [from, to] = [moves.answers[2 * move]!, moves.answers[2 * move + 1]!]
    const [p, q] = [holding[here[0]!]!, holding[here[1]!] ?? nobody]
    const [r, s] = [holding[there[0]!]!, holding[there[1]!] ?? nobody]
    const isSomebody = (kind: number) => kind !== -1
    const exchange = { here: [...here.filter(isSomebody)], there: [...there.filter(isSomebody)], from, to }
    for (let word = 0; word < nobody.length; word++) {
      const [a, b, c, d] = [p[word]!, q[word]!, r[word]!, s[word]!]
      // Bit by bit, whether more or fewer of the secret are here than there.
      for (let rest = (a ^ b ^ c ^ d) | ((a & b) ^ (c & d)); rest !== 0; rest &= rest - 1) {
        const secret = 32 * word + lowestBit(rest)
        keep(lists[secret * width + from]!, exchange)
        keep(lists[secret * width + to]!, exchange)
      }
    }
  }
  return lists
}

function keep(list: Exchange[], exchange: Exchange): void {
  if (list.length < mostKept) list.push(exchange)
}

/** By kind of background, a bit for each secret that holds it. */
function holdingBits(secrets: readonly PairSecret[]): Int32Array[] {
  const words = Math.ceil(secrets.length / 32)
  const holding = Array.from(secrets[0]?.has ?? [], () => new Int32Array(words))
  for (const [secret, { has }] of secrets.entries()) {
    for (let kind = 0; kind < has.length; kind++) {
      if (has[kind] === 1) holding[kind]![secret >> 5]! |= 1 << (secret & 31)
    }
  }
  return holding
}

/** Exchanges between six that change a count. */
function sixesOf(side: PairSide, published: PairQuestion['published'], kinds: BackgroundKinds) {
  const { given } = givenBits(side, kinds)
  const width = widthOf(side)
  const ofSix = exchangesOfSix({ given, published })
  const between = remembered((pair: number) => ofSix(Math.floor(pair / width), pair % width))
  return (count: PairCount, { has }: PairSecret): Exchange[] => {
    const held = (some: readonly number[]) => some.reduce((sum, kind) => sum + has[kind]!, 0)
    const found: Exchange[] = []
    for (let from = 0; from < width; from++) {
      for (let to = from + 1; to < width; to++) {
        if (!isCountedOnce(count, from, to)) continue
        for (const exchange of between(from * width + to)) {
          if (held(exchange.here) !== held(exchange.there)) keep(found, exchange)
        }
      }
    }
    return found
  }
}
