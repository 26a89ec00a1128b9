import { grouped } from './grouped.ts'
import { keepsTable } from './keeps-table.ts'
import type { PairSide } from './pair-side.ts'
import type { PairTable } from './pair-table.ts'
import type { PairCount, PairTarget } from './pair-targets.ts'
import type { PairSecret } from './pair-wave.ts'
import type { SideMoves } from './side-moves.ts'

/** Exchanges that are tried for a count. */
const mostTries = 60

/** A target, and whether an exchange was found that changes it. */
export interface OpenTarget {
  readonly target: PairTarget
  isOpen: boolean
}

interface OpenCount {
  readonly count: PairCount
  readonly open: OpenTarget
}

export interface DecidedBy {
  readonly kindOf: Int32Array
  readonly secrets: readonly PairSecret[]
  readonly movesOf: (side: PairSide) => SideMoves
  readonly tableOf: (side: PairSide) => PairTable
}

/** Notes of which targets an exchange of answers changes a count, and nothing that is published. */
export function decideByExchange(targets: readonly OpenTarget[], by: DecidedBy): void {
  const counts = targets.flatMap((open) => open.target.counts.map((count) => ({ count, open })))
  for (const [side, own] of grouped(counts, ({ count }) => count.side)) {
    const left = own.filter(({ open }) => !open.isOpen)
    if (left.length > 0) decideSide(side, left, by)
  }
}

function decideSide(
  side: PairSide,
  own: readonly OpenCount[],
  { kindOf, secrets, movesOf, tableOf }: DecidedBy,
): void {
  const { words, holding, counted, wanted } = bitsOf(own, secrets)
  const moves = movesOf(side)
  const table = tableOf(side)
  const tries = new Int32Array(own.length)
  const nobody = new Int32Array(words)
  const held = (who: number) => (who === -1 ? nobody : holding[kindOf[who]!]!)
  let open = own.length
  for (let move = 0; move < moves.size && open > 0; move++) {
    const { who, answers } = moves
    const at = 4 * move
    const [p, q, r, s] = [held(who[at]!), held(who[at + 1]!), held(who[at + 2]!), held(who[at + 3]!)]
    const [one, other] = [counted[answers[2 * move]!]!, counted[answers[2 * move + 1]!]!]
    for (let word = 0; word < words; word++) {
      const [a, b, c, d] = [p[word]!, q[word]!, r[word]!, s[word]!]
      const moved = (a ^ b ^ c ^ d) | ((a & b) ^ (c & d))
      for (let rest = wanted[word]! & moved & (one[word]! ^ other[word]!); rest !== 0; rest &= rest - 1) {
        const place = 31 - Math.clz32(rest & -rest)
        const index = 32 * word + place
        const target = own[index]!.open
        if (!target.isOpen) target.isOpen = keepsTable(table, moves, move, kindOf)
        if (!target.isOpen && ++tries[index]! < mostTries) continue
        wanted[word]! &= ~(1 << place)
        open--
      }
    }
  }
}

/** A bit for each count: which backgrounds its secret holds, which answers it counts, whether it is still open. */
function bitsOf(own: readonly OpenCount[], secrets: readonly PairSecret[]) {
  const words = Math.ceil(own.length / 32)
  const kinds = secrets[0]!.has.length
  const holding = Array.from({ length: kinds }, () => new Int32Array(words))
  const counted = Array.from(own[0]!.count.counted, () => new Int32Array(words))
  const wanted = new Int32Array(words)
  for (const [index, { count }] of own.entries()) {
    const bit = 1 << (index & 31)
    const word = index >> 5
    wanted[word]! |= bit
    const { has } = secrets[count.secret]!
    for (let kind = 0; kind < kinds; kind++) if (has[kind] === 1) holding[kind]![word]! |= bit
    for (const [answer, is] of count.counted.entries()) if (is === 1) counted[answer]![word]! |= bit
  }
  return { words, holding, counted, wanted }
}
