import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Family, ReleasePlan } from './release-plan.ts'
import {
  findLeak,
  type IsWithheld,
  type KnownGroup,
  type KnownTables,
  knowTables,
} from './testing/attacker.ts'
import { sameGroups } from './testing/optimum.ts'
import { findPinned } from './testing/pinned.ts'
import { planOf, solver } from './testing/plan.ts'
import { type RandomWave, randomWave } from './testing/random-wave.ts'
import { smallWave } from './testing/small-wave.ts'

/** The families of a question that are planned together: by background, and by each other question. */
function groupingsOf({ policy }: RandomWave, question: string): Family[][] {
  const byBackground = policy.breakdowns.map((by) => ({ question, by }))
  // Of background alone too: how many took part is known.
  const alone = { question, by: [] }
  if (question === '') return [[alone, ...byBackground]]
  const others = policy.questions.filter((other) => other !== question)
  return [[alone, ...byBackground], ...others.map((other) => [alone, { question, by: [other] }])]
}

/** What tables of a question show: those planned together, then any two of these. */
function tablesOf(wave: RandomWave, question: string): KnownTables[] {
  const groupings = groupingsOf(wave, question)
  const pairs = groupings.flatMap((one, index) =>
    groupings.slice(index + 1).map((other) => [...one, ...other]),
  )
  return [...groupings, ...pairs].map((families) => knowTables(wave, families))
}

const allTables = (wave: RandomWave) =>
  ['', ...wave.policy.questions].flatMap((question) => tablesOf(wave, question))

const planned = (wave: RandomWave) => planOf(smallWave(wave.variables, wave.respondents), wave.policy)

const withheldBy =
  ({ withheld }: Pick<ReleasePlan, 'withheld'>): IsWithheld =>
  ({ family, key }) =>
    withheld[family]?.[key] !== undefined

const isExclusive = ({ variables }: RandomWave, question: string) =>
  variables.find(({ code }) => code === question)?.kind === 'single'

describe('the plan of any small wave', () => {
  it('withholds every small and unanimous group, and lets nobody compute one or a figure about fewer than k', () => {
    fc.assert(
      fc.property(randomWave, (wave) => {
        const k = wave.policy.minimumGroupSize
        const plan = planned(wave)
        for (const known of allTables(wave)) {
          for (const { family, key, size, isUnanimous } of known.groups) {
            // That so many took part is known.
            if (family === '|') continue
            const reason = plan.withheld[family]![key]
            if (size < k) expect(reason, `${family} ${key}`).toBe('BELOW_MINIMUM')
            else if (isUnanimous) expect(reason, `${family} ${key}`).toBe('UNANIMOUS')
          }
          expect(findLeak(known, withheldBy(plan), k)?.what).toBeUndefined()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('leaves no count of an answer and no lone answer of such a group in any one sort of tables', () => {
    fc.assert(
      fc.property(randomWave, (wave) => {
        const k = wave.policy.minimumGroupSize
        const isWithheld = withheldBy(planned(wave))
        for (const question of wave.policy.questions) {
          for (const families of groupingsOf(wave, question)) {
            const rule = { k, exclusive: isExclusive(wave, question) }
            expect(findPinned(knowTables(wave, families), isWithheld, rule, solver)).toBeUndefined()
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('withholds hardly anything that could be shown: of what protects others, each would give something away', () => {
    const found = fc.sample(randomWave, { seed: 20_220_517, numRuns: 150 }).map(protecting)
    const count = (needed: boolean) => found.flat().filter((one) => one.needed === needed).length
    expect(count(true)).toBeGreaterThan(500)
    // A group that the audit adds can make one needless that was chosen before it.
    expect(count(false)).toBeLessThan(0.02 * count(true))
  })
})

/** The groups that a plan withholds to protect others, and whether showing one would expose something. */
function protecting(wave: RandomWave) {
  const plan = planned(wave)
  const isWithheld = withheldBy(plan)
  const k = wave.policy.minimumGroupSize
  return ['', ...wave.policy.questions].flatMap((question) => {
    const tables = tablesOf(wave, question)
    const rule = { k, exclusive: isExclusive(wave, question) }
    const exposes = (shown: readonly KnownGroup[]) => {
      const isLeft: IsWithheld = (group) =>
        isWithheld(group) && !shown.some(({ family, key }) => family === group.family && key === group.key)
      return tables.some(
        (known) =>
          findLeak(known, isLeft, k) !== undefined || findPinned(known, isLeft, rule, solver) !== undefined,
      )
    }
    return (
      sameGroups(tables.at(-1)!)
        .filter((names) =>
          names.some(({ family, key }) => plan.withheld[family]?.[key] === 'PROTECTS_ANOTHER'),
        )
        // What tables of background alone withhold, every question withholds.
        .filter(
          (names) =>
            question === '' ||
            !names.some(({ family, key }) => plan.withheld[`|${family.split('|')[1]}`]?.[key]),
        )
        .map((names) => ({ names, needed: exposes(names) }))
    )
  })
}

describe('thresholds alone', () => {
  it('are not enough, and the check above sees it', () => {
    const details = fc.check(
      fc.property(randomWave, (wave) => {
        const k = wave.policy.minimumGroupSize
        return allTables(wave).every((known) => {
          const own = known.groups.filter(({ size, isUnanimous }) => size < k || isUnanimous)
          const isWithheld: IsWithheld = ({ family, key }) =>
            own.some((group) => group.family === family && group.key === key)
          return findLeak(known, isWithheld, k) === undefined
        })
      }),
      { numRuns: 150, endOnFailure: true },
    )
    expect(details.failed).toBe(true)
  })
})
