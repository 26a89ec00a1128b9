import type { AnswerBounds } from './answer-bounds.ts'
import { answerProgram } from './answer-program.ts'
import type { PublishedAnswers } from './published-answers.ts'
import type { Solver } from './solver.ts'

/** A number that is at one of its bounds, so that it can move one way. */
interface Edge {
  readonly answer: number
  readonly atom: number
  readonly of: readonly number[]
  readonly sign: number
}

/** The same bounds, closed around each number at one of its bounds that all that is published keeps from moving. */
export function closeBounds(known: PublishedAnswers, bounds: AnswerBounds, solver: Solver): AnswerBounds {
  const program = answerProgram(known, bounds, [...known.answers.keys()])
  const { start } = program.sums
  if (start.length === 0) return bounds
  const edges = known.answers.flatMap((counts, answer) =>
    counts.flatMap((count, atom): Edge[] => {
      const least = bounds.least[answer]![atom]!
      const most = bounds.most[answer]![atom]!
      if (least === most || (count !== least && count !== most)) return []
      const { of, sign } = program.termsOf(answer, [atom])
      return [{ answer, atom, of, sign: count === least ? sign : -sign }]
    }),
  )
  const fixed = solver(program.sums, (maximise) => {
    let left = edges
    for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before; ) {
      before = left.length
      const weights = new Float64Array(start.length)
      for (const { of, sign } of left) for (const place of of) weights[place]! += sign
      const values = maximise(weights)
      const move = ({ of }: Edge) => of.reduce((sum, place) => sum + values[place]! - start[place]!, 0)
      left = left.filter((edge) => Math.abs(move(edge)) < 1e-6)
    }
    return left
  })
  const least = bounds.least.map((numbers) => Int32Array.from(numbers))
  const most = bounds.most.map((numbers) => Int32Array.from(numbers))
  for (const { answer, atom } of fixed) {
    least[answer]![atom] = known.answers[answer]![atom]!
    most[answer]![atom] = known.answers[answer]![atom]!
  }
  return { least, most }
}
