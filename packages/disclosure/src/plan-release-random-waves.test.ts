import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Family } from './release-plan.ts'
import { findLeak, knowFamily } from './testing/attacker.ts'
import { planOf } from './testing/plan.ts'
import { type RandomWave, randomWave } from './testing/random-wave.ts'
import { smallWave } from './testing/small-wave.ts'

function familiesOf({ policy }: RandomWave): Family[] {
  const { questions, breakdowns } = policy
  return [
    ...breakdowns.map((by) => ({ question: '', by })),
    ...questions.flatMap((question) => [
      { question, by: [] },
      ...breakdowns.map((by) => ({ question, by })),
      ...questions.filter((other) => other !== question).map((other) => ({ question, by: [other] })),
    ]),
  ]
}

/** Every family of a wave with what its plan withholds of it. */
function planned(wave: RandomWave) {
  const { withheld } = planOf(smallWave(wave.variables, wave.respondents), wave.policy)
  return familiesOf(wave).map((family) => {
    const key = `${family.question}|${family.by.join('/')}`
    return { key, known: knowFamily(wave, family), withheld: withheld[key] ?? [] }
  })
}

describe('the plan of any small wave', () => {
  it('withholds every group below k and lets nobody compute a figure about fewer than k', () => {
    fc.assert(
      fc.property(randomWave, (wave) => {
        const k = wave.policy.minimumGroupSize
        for (const { key, known, withheld } of planned(wave)) {
          const small = known.groups.filter(({ size }) => size < k).map((group) => group.key)
          expect(withheld, key).toEqual(expect.arrayContaining(small))
          expect(findLeak(known, withheld, k), key).toBeUndefined()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('withholds nothing that could be shown: each group of k and more would give others away', () => {
    fc.assert(
      fc.property(randomWave, (wave) => {
        const k = wave.policy.minimumGroupSize
        for (const { key, known, withheld } of planned(wave)) {
          const large = known.groups.filter((group) => group.size >= k && withheld.includes(group.key))
          for (const group of large) {
            const others = withheld.filter((other) => other !== group.key)
            expect(findLeak(known, others, k), `${key} ${group.key}`).toBeTypeOf('string')
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('thresholds alone', () => {
  it('are not enough, and the check above sees it', () => {
    const details = fc.check(
      fc.property(randomWave, (wave) => {
        const k = wave.policy.minimumGroupSize
        return familiesOf(wave).every((family) => {
          const known = knowFamily(wave, family)
          const small = known.groups.filter(({ size }) => size < k).map((group) => group.key)
          return findLeak(known, small, k) === undefined
        })
      }),
      { numRuns: 150, endOnFailure: true },
    )
    expect(details.failed).toBe(true)
  })
})
