import type { Exchange } from './exchange.ts'
import type { PairTable } from './pair-table.ts'
import { lowestBit } from './table-trades.ts'

/** Whether those who exchange answers to the first question can exchange their answers to the other as well. */
export function exchangedBoth(
  { othersOf, rowOf, sampleOf, otherMoves }: PairTable,
  { here, there, from, to }: Exchange,
): boolean {
  if (here.length > 2) return false
  const width = rowOf.length
  const { kinds, answers, byKind } = otherMoves
  const [p, q, r, s] = [here[0]!, here[1] ?? -1, there[0]!, there[1] ?? -1]
  const [first, second] = [sampleOf[p], sampleOf[q]]
  const areOne = first === sampleOf[r] && second === sampleOf[s]
  if (!areOne && !(first === sampleOf[s] && second === sampleOf[r])) return false
  const some = othersOf[p * width + from]! & (q === -1 ? -1 : othersOf[q * width + from]!)
  const others = othersOf[r * width + to]! & (s === -1 ? -1 : othersOf[s * width + to]!)
  for (let left = some; left !== 0; left &= left - 1) {
    for (const place of byKind(p, lowestBit(left))) {
      if (kinds[place ^ 1] !== q) continue
      const taken = answers[2 * (place >> 2) + Number((place & 2) === 0)]!
      const [one, other] = [kinds[place ^ 2]!, kinds[place ^ 3]!]
      const areThose = (one === r && other === s) || (one === s && other === r)
      if (areThose && ((others >> taken) & 1) === 1) return true
    }
  }
  return false
}
