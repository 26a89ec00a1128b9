import { sampleDesign, type WaveData } from '@peo/tabulation'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactSpan } from './testing/exact-span.ts'
import { planOf } from './testing/plan.ts'
import { divided, single, smallWave } from './testing/small-wave.ts'

const sector = single('sector', ['a', 'b'])
const duur = single('duur', ['kort', 'lang', 'heel_lang'])
const ruimte = single('ruimte', ['ja', 'nee'])
const policy = {
  minimumGroupSize: 5,
  background: ['sector', 'duur'],
  questions: ['ruimte'],
  breakdowns: [['sector'], ['duur']],
}

/** Respondents per sector and duration; the weight follows from the sector, as post-stratification makes it. */
function wave(sizes: Readonly<Record<string, readonly [number, number, number]>>) {
  const respondents = Object.entries(sizes).flatMap(([code, counts]) =>
    counts.flatMap((size, index) => divided(size, 'ruimte', { sector: code, duur: duur.categories[index]! })),
  )
  const weights = respondents.map((answers) => (answers.sector === 'a' ? 1.5 : 0.5))
  return smallWave([sector, duur, ruimte], respondents, weights)
}

describe('weighted tables', () => {
  it('withhold a group in which fewer than k have the same weight, and its companions', () => {
    const { withheld, withheldWeighted } = planOf(wave({ a: [18, 20, 12], b: [18, 20, 3] }), policy)
    expect(withheld['ruimte|duur']).toEqual({})
    expect(withheldWeighted['ruimte|duur']).toEqual({ kort: 'PROTECTS_ANOTHER', heel_lang: 'BELOW_MINIMUM' })
  })

  it('show by the variable that the weights follow from what unweighted ones show', () => {
    const { withheld, withheldWeighted } = planOf(wave({ a: [9, 9, 9], b: [9, 9, 9] }), policy)
    expect(withheldWeighted).toEqual(withheld)
    expect(withheldWeighted['ruimte|sector']).toEqual({})
  })

  it('withhold what unweighted ones do, without weights too', () => {
    const data = wave({ a: [2, 9, 9], b: [2, 9, 9] })
    const { weights: _, ...unweighted } = data
    const plan = planOf(unweighted, policy)
    expect(plan.withheldWeighted).toEqual(plan.withheld)
    expect(Object.keys(plan.withheld['ruimte|duur']!)).toContain('kort')
    expect(planOf(data, policy).withheldWeighted['ruimte|duur']).toMatchObject(plan.withheld['ruimte|duur']!)
  })
})

describe('tables that follow a sample', () => {
  const regions = (sizes: readonly number[]) => {
    const respondents = sizes.flatMap((size) => divided(size, 'ruimte', { sector: 'a', duur: 'kort' }))
    const codes = Uint8Array.from(sizes.flatMap((size, region) => new Array<number>(size).fill(region)))
    const data = smallWave([sector, duur, ruimte], respondents)
    return { data, codes, size: respondents.length }
  }
  const whole = (data: WaveData) => planOf(data, { ...policy, breakdowns: [] }).withheldWeighted['ruimte|']

  it('withhold where few are of a stratum: intervals would tell what they answered', () => {
    const { data, codes, size } = regions([20, 2])
    expect(whole(data)).toEqual({})
    expect(whole({ ...data, design: sampleDesign({ size, strata: { kind: 'single', codes } }) })).toEqual({
      '': 'BELOW_MINIMUM',
    })
  })

  it('withhold where few are of a cluster', () => {
    const { data, codes, size } = regions([20, 9, 4])
    expect(whole({ ...data, design: sampleDesign({ size, clusters: { kind: 'single', codes } }) })).toEqual({
      '': 'BELOW_MINIMUM',
    })
  })

  it('show where strata and clusters are large enough', () => {
    const { data, codes, size } = regions([20, 9, 5])
    expect(whole({ ...data, design: sampleDesign({ size, strata: { kind: 'single', codes } }) })).toEqual({})
    expect(whole({ ...data, design: sampleDesign({ size, clusters: { kind: 'single', codes } }) })).toEqual(
      {},
    )
  })
})

const size = fc.integer({ min: 0, max: 12 })
const sizes = fc.record({ a: fc.tuple(size, size, size), b: fc.tuple(size, size, size) })

/** Whether weighted and unweighted tables by duration together give the number of some 1 to 4 people away. */
function leaks(
  counts: { a: number[]; b: number[] },
  hidden: readonly string[],
  hiddenWeighted: readonly string[],
) {
  const cells = [...counts.a, ...counts.b]
  const unit = (places: readonly number[]) => cells.map((_, place) => Number(places.includes(place)))
  const columns = [...duur.categories.map((code, i) => ({ code, a: [i], b: [i + 3] }))]
  const groups = [...columns, { code: '*', a: [0, 1, 2], b: [3, 4, 5] }]
  const known = exactSpan(
    [
      unit([0, 1, 2, 3, 4, 5]),
      ...groups.filter(({ code }) => !hidden.includes(code)).map(({ a, b }) => unit([...a, ...b])),
      ...groups
        .filter(({ code }) => !hiddenWeighted.includes(code))
        .flatMap(({ a, b }) => [unit(a), unit(b)]),
    ],
    cells.length,
  )
  return Array.from({ length: 64 }, (_, bits) =>
    cells.flatMap((_, place) => ((bits >> place) & 1 ? [place] : [])),
  )
    .filter((places) => places.every((place) => cells[place]! > 0))
    .some((places) => {
      const people = places.reduce((sum, place) => sum + cells[place]!, 0)
      return people > 0 && people < 5 && known(unit(places))
    })
}

describe('weighted tables of any small wave', () => {
  it('tell nothing of fewer than k with the same weight, next to the unweighted ones', () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const plan = planOf(wave(counts), policy)
        const hidden = Object.keys(plan.withheld['ruimte|duur']!)
        const hiddenWeighted = Object.keys(plan.withheldWeighted['ruimte|duur']!)
        expect(hiddenWeighted).toEqual(expect.arrayContaining(hidden))
        expect(leaks(counts, hidden, hiddenWeighted)).toBe(false)
      }),
    )
  })

  it('would tell, if they were shown wherever unweighted ones are', () => {
    const outcome = fc.check(
      fc.property(sizes, (counts) => {
        const hidden = Object.keys(planOf(wave(counts), policy).withheld['ruimte|duur']!)
        return !leaks(counts, hidden, hidden)
      }),
      { endOnFailure: true },
    )
    expect(outcome.failed).toBe(true)
  })
})
