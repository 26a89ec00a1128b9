import { expect, test } from 'vitest'
import { attackWave } from './attack-wave.ts'
import { ANSWERED, type Fact, factKey } from './fact.ts'
import { gatherProtected } from './gather-protected.ts'
import { dataOf } from './hard-wave.ts'
import { asked, background, foundOf, madeWave, people, planOf } from './made-wave.ts'
import { showing } from './weakened-plan.ts'

/** Sector c has four respondents. */
const wave = madeWave(
  [background('sector', ['a', 'b', 'c']), asked('space', ['yes', 'no', 'partly'])],
  [
    ...people(9, { sector: 'a', space: 'yes' }),
    ...people(7, { sector: 'a', space: 'no' }),
    ...people(3, { sector: 'a', space: 'partly' }),
    ...people(5, { sector: 'b', space: 'yes' }),
    ...people(2, { sector: 'b', space: 'no' }),
    ...people(4, { sector: 'b', space: 'partly' }),
    ...people(3, { sector: 'c', space: 'yes' }),
    ...people(1, { sector: 'c', space: 'no' }),
  ],
)

/** What a printed report tells: bases, and percentages with few decimals, which leave a range for each count. */
function asPrinted(facts: readonly Fact[], decimals: number): Fact[] {
  const known = new Map(facts.map((fact) => [factKey(fact), fact]))
  const half = 0.5 / 10 ** decimals
  return facts.map((fact) => {
    const base = known.get(factKey({ ...fact, of: { ...fact.of, space: ANSWERED } }))?.low
    if (!('space' in fact.of) || fact.of.space === ANSWERED || base === undefined) return fact
    const percent = Number(((fact.low / base) * 100).toFixed(decimals))
    const [low, high] = [percent - half, percent + half].map((end) => (end / 100) * base)
    return { ...fact, low: Math.max(0, Math.ceil(low! - 1e-9)), high: Math.floor(high! + 1e-9) }
  })
}

const printed = (plan: ReturnType<typeof planOf>, decimals: number) => [
  ...attackWave(wave, asPrinted(gatherProtected(dataOf(wave), plan, wave.codebook), decimals)),
]

test.each([0, 1])('percentages with %i decimals solve to counts, and those to a small group', (decimals) => {
  const plan = planOf(wave)
  expect(printed(plan, decimals)).toEqual([])
  const weakened = printed(showing(plan, wave, 'PROTECTS_ANOTHER'), decimals)
  expect(foundOf(weakened, 'sector=c')).toContain('space: count yes = 3')
})
