import fc from 'fast-check'
import { expect, it } from 'vitest'
import { knowTables } from './testing/attacker.ts'
import { oneQuestion } from './testing/one-question.ts'
import { fewestWithheld, sameGroups } from './testing/optimum.ts'
import { planOf } from './testing/plan.ts'
import { people, single, smallWave } from './testing/small-wave.ts'

const waves = fc.sample(oneQuestion, { seed: 20_220_517, numRuns: 80 })

/** How many groups of each question a plan withholds, and the fewest. */
const counted = waves.flatMap((wave) => {
  const { policy } = wave
  const { withheld } = planOf(smallWave(wave.variables, wave.respondents), policy)
  return ['', 'ruimte'].map((question) => {
    const known = knowTables(
      wave,
      [[], ...policy.breakdowns].map((by) => ({ question, by })),
    )
    const byPlan = sameGroups(known).filter((names) =>
      names.some(({ family, key }) => withheld[family]?.[key] !== undefined),
    )
    const least = fewestWithheld(known, policy.minimumGroupSize)
    return { question, byPlan: byPlan.length, least: least.length }
  })
})

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)

it.each([
  ['background alone', ''],
  ['a question', 'ruimte'],
])('of %s a plan withholds at most 1.3 times the fewest groups that can be', async (_, question) => {
  const own = counted.filter((one) => one.question === question && one.least > 0)
  expect(own.length).toBeGreaterThan(60)
  const ratio = total(own.map(({ byPlan }) => byPlan)) / total(own.map(({ least }) => least))
  const worst = Math.max(...own.map(({ byPlan, least }) => byPlan / least))
  expect(ratio, `${ratio.toFixed(3)}, the worst single wave ${worst.toFixed(2)}`).toBeLessThanOrEqual(1.3)
})

it('the fewest around one small cell of a table with totals are corners of a rectangle', () => {
  const variables = [single('side0', ['a', 'b', 'c']), single('side1', ['p', 'q'])]
  const sizes = { a: [3, 20], b: [9, 8], c: [30, 31] }
  const respondents = Object.entries(sizes).flatMap(([side0, [p = 0, q = 0]]) => [
    ...people(p, { side0, side1: 'p' }),
    ...people(q, { side0, side1: 'q' }),
  ])
  const known = knowTables({ variables, respondents }, [{ question: '', by: ['side0', 'side1'] }])
  // Totals may be among them: how important a group is does not count here.
  const keys = fewestWithheld(known, 5).map(([group]) => group!.key)
  expect(keys).toEqual(['a/p', 'a/*', '*/*', '*/p'])
})
