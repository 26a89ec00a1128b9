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

/** The share of those who answered both who would have answered as nobody did, if nothing tied the questions. */
function tightness(one: PairSide, other: PairSide): number {
  const [none, width] = [widthOf(one) - 1, widthOf(other) - 1]
  const counts = new Float64Array(none * width)
  const rows = new Float64Array(none)
  const columns = new Float64Array(width)
  const size = Math.min(one.answerOf.length, mostRespondents)
  let both = 0
  for (let who = 0; who < size; who++) {
    const [row, column] = [one.answerOf[who]!, other.answerOf[who]!]
    if (row === none || column === width) continue
    counts[row * width + column]!++
    rows[row]!++
    columns[column]!++
    both++
  }
  const expected = (cell: number) => rows[Math.floor(cell / width)]! * columns[cell % width]!
  const empty = counts.reduce((sum, count, cell) => (count > 0 ? sum : sum + expected(cell)), 0)
  return empty / Math.max(1, both * both)
}
