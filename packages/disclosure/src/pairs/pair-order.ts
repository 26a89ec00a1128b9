import { type PairSide, widthOf } from './pair-side.ts'

/** Two questions: of the first the secrets, and the other next to whose tables they are looked at. */
export interface PairInOrder {
  readonly question: string
  readonly other: string
}

/** Of more respondents, some are looked at: it is a matter of order only. */
const mostRespondents = 1000

/** All ordered pairs of questions, those first of which the answers to one tell most about the other. */
export function tightestFirst(sidesOf: ReadonlyMap<string, readonly PairSide[]>): PairInOrder[] {
  const codes = [...sidesOf.keys()]
  const pairs = codes.flatMap((question, place) =>
    codes.slice(0, place).map((other) => {
      const all = sidesOf
        .get(question)!
        .flatMap((side) => sidesOf.get(other)!.map((by) => tightness(side, by)))
      return { question, other, tight: Math.max(0, ...all) }
    }),
  )
  return pairs
    .sort((a, b) => b.tight - a.tight)
    .flatMap(({ question, other }) => [
      { question, other },
      { question: other, other: question },
    ])
}

/** The share of respondents who would have given answers that nobody gave together, if nothing tied the questions. */
function tightness(one: PairSide, other: PairSide): number {
  const width = widthOf(other)
  const counts = new Float64Array(widthOf(one) * width)
  const size = Math.min(one.answerOf.length, mostRespondents)
  for (let who = 0; who < size; who++) counts[one.answerOf[who]! * width + other.answerOf[who]!]!++
  const rows = new Float64Array(widthOf(one))
  const columns = new Float64Array(width)
  for (const [cell, count] of counts.entries()) {
    rows[Math.floor(cell / width)]! += count
    columns[cell % width]! += count
  }
  return (
    counts.reduce(
      (sum, count, cell) =>
        count > 0 ? sum : sum + rows[Math.floor(cell / width)]! * columns[cell % width]!,
      0,
    ) /
    (size * size)
  )
}
