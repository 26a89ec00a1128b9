import type { AnswerBounds } from './answer-bounds.ts'
import { answerProgram } from './answer-program.ts'
import { type Count, unchanging } from './find-changes.ts'
import type { PublishedAnswers } from './published-answers.ts'
import type { Solver } from './solver.ts'

/** Counts that cannot change even where it does not matter which other answer is given instead: small programs. */
export function fixedAlone(
  known: PublishedAnswers,
  { least, most }: AnswerBounds,
  counts: readonly Count[],
  solver: Solver,
): Count[] {
  const others = (numbers: ArrayLike<number>) => known.sizes.map((size, atom) => size - numbers[atom]!)
  return known.answers.flatMap((own, answer) => {
    const questions = counts
      .filter((count) => count.answer === answer)
      .map((count) => ({ count, counts: [{ ...count, answer: 0 }] }))
    if (questions.length === 0) return []
    const choice = { ...known, answers: [own, others(own)] }
    const bounds = {
      least: [least[answer]!, others(most[answer]!)],
      most: [most[answer]!, others(least[answer]!)],
    }
    const program = answerProgram(choice, bounds, [0, 1])
    return unchanging(program, questions, Number.POSITIVE_INFINITY, solver).map(({ count }) => count)
  })
}
