import type { WaveCodebook } from './codebook.ts'
import { type Fact, factKey } from './fact.ts'

/** Larger groups have too many make-ups to go through, and seldom few that fit. */
const mostRespondents = 9

/**
 * Solves means of small groups for how many gave each number: a base, a sum and a sum of squares leave few ways, and
 * often one.
 */
export function solveNumbers(facts: readonly Fact[], { variables }: WaveCodebook): Fact[] {
  const known = new Map(facts.map((fact) => [factKey(fact), fact]))
  return facts.flatMap((sums): Fact[] => {
    const question = variables.find(({ code, measurement }) => measurement === 'NUMERIC' && code in sums.of)
    const respondents = known.get(factKey({ ...sums, sum: 'respondents' }))
    const squares = known.get(factKey({ ...sums, sum: 'squares' }))
    if (sums.sum !== 'numbers' || question === undefined) return []
    if (respondents === undefined || squares === undefined || respondents.low > mostRespondents) return []
    const { minimum, maximum } = question
    const numbers = Array.from({ length: maximum! - minimum! + 1 }, (_, index) => minimum! + index)
    const fits = makeUps(numbers, respondents.low, sums.low, squares.low)
    return numbers.map((number, index) => {
      const counts = fits.map((makeUp) => makeUp[index]!)
      const of = { ...sums.of, [question.code]: String(number) }
      const [low, high] = [Math.min(...counts), Math.max(...counts)]
      return { wave: sums.wave, of, sum: 'respondents', low, high }
    })
  })
}

/** All ways in which so many respondents give these numbers with this sum and sum of squares. */
function makeUps(numbers: readonly number[], respondents: number, sum: number, squares: number): number[][] {
  const [number, ...others] = numbers
  if (sum < 0 || squares < 0) return []
  if (number === undefined) return respondents === 0 && sum === 0 && squares === 0 ? [[]] : []
  return Array.from({ length: respondents + 1 }, (_, count) =>
    makeUps(others, respondents - count, sum - count * number, squares - count * number ** 2).map((rest) => [
      count,
      ...rest,
    ]),
  ).flat()
}
