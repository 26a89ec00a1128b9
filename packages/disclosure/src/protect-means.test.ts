import { tabulateMeans } from '@peo/tabulation'
import { describe, expect, it } from 'vitest'
import { protectMeans } from './protect-means.ts'
import type { ReleasePlan } from './release-plan.ts'
import { askMeans, meansRequest, saysOf } from './testing/ask.ts'
import { planOf } from './testing/plan.ts'
import { numeric, people, single, smallWave } from './testing/small-wave.ts'

const respondents = [
  ...[6, 7, 8].map((cijfer) => ({ sector: 'a', uren: 'meer', cijfer })),
  ...[9, 10].map((cijfer) => ({ sector: 'a', uren: 'gelijk', cijfer })),
  ...[5, 5, 6].map((cijfer) => ({ sector: 'b', uren: 'meer', cijfer })),
  ...[5, 6, 9].map((cijfer) => ({ sector: 'b', uren: 'gelijk', cijfer })),
  ...people(2, { sector: 'c', uren: 'meer', cijfer: 1 }),
  ...people(2, { sector: 'c', uren: 'minder', cijfer: 1 }),
  ...people(5, { sector: 'c', uren: 'minder' }),
  ...people(5, { sector: 'd', uren: 'meer', cijfer: 8 }),
  ...[7, 8, 9].map((cijfer) => ({ sector: 'd', uren: 'gelijk', cijfer })),
  ...people(2, { sector: 'd', uren: 'minder', cijfer: 8 }),
]
const data = smallWave(
  [single('sector', ['a', 'b', 'c', 'd']), single('uren', ['minder', 'gelijk', 'meer']), numeric('cijfer')],
  respondents,
  respondents.map(({ sector }) => (sector === 'd' ? 2 : 0.5)),
)
const plan = planOf(data, {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['uren', 'cijfer'],
  breakdowns: [['sector']],
})

describe('means by background', () => {
  const { groups, ...table } = askMeans(data, plan, { of: 'cijfer', by: ['sector'] })

  it('counts those who gave a number: four of nine are too few, and the next smallest goes with them', () => {
    expect(groups.map(({ status }) => status)).toEqual(['WITHHELD', 'VALUE', 'WITHHELD', 'VALUE'])
    expect(groups[2]).toEqual({ status: 'WITHHELD', categories: ['c'] })
  })

  it('gives every figure of a group that is shown', () => {
    expect(groups[1]).toEqual({
      status: 'VALUE',
      categories: ['b'],
      base: 6,
      mean: 6,
      standardDeviation: expect.closeTo(Math.sqrt(12 / 5), 10),
      standardError: expect.closeTo(Math.sqrt(12 / 5 / 6), 10),
      effectiveBase: 6,
      // Six people: too few to be cut in two or in four.
      lowerQuartile: null,
      median: null,
      upperQuartile: null,
      // R: t.test(c(5, 5, 5, 6, 6, 9))$conf.int
      interval: { low: expect.closeTo(4.374225, 5), high: expect.closeTo(7.625775, 5) },
    })
    expect(table).toEqual({
      kind: 'means',
      of: 'cijfer',
      waves: ['peo-2022'],
      dimensions: [{ role: 'ROW', variable: 'sector', codes: ['a', 'b', 'c', 'd'], categoryCount: 4 }],
      weighted: false,
      confidenceLevel: 0.95,
    })
  })

  it('gives a filtered group as it stands in the table, and a withheld one not at all', () => {
    const of = (code: string) =>
      askMeans(data, plan, { of: 'cijfer', filter: [{ variable: 'sector', code }] }).groups
    expect(of('b')).toEqual([{ ...groups[1], categories: [] }])
    expect(of('c')).toEqual([{ status: 'WITHHELD', categories: [] }])
    expect(of('e')).toEqual([{ status: 'NOT_ASKED', categories: [] }])
  })

  it('narrows to some groups', () => {
    const shown = [{ variable: 'sector', codes: ['d', 'c'] }]
    expect(askMeans(data, plan, { of: 'cijfer', by: ['sector'], shown }).groups).toEqual([
      groups[2],
      groups[3],
    ])
  })
})

describe('means of everyone', () => {
  it('are those of the question alone', () => {
    const [everyone] = askMeans(data, plan, { of: 'cijfer' }).groups
    expect(everyone).toMatchObject({ categories: [], base: 25, mean: (40 + 36 + 4 + 80) / 25, median: 8 })
  })

  it('are weighted where the table is', () => {
    const [everyone] = askMeans(data, plan, { of: 'cijfer', weighted: true }).groups
    expect(everyone).toMatchObject({ base: 25, mean: (20 + 18 + 2 + 160) / 27.5 })
  })
})

describe('means by another question', () => {
  it('withholds answers that are small groups', () => {
    const { groups } = askMeans(data, plan, { of: 'cijfer', by: ['uren'] })
    expect(saysOf(groups, ({ base, mean }) => [base, mean])).toEqual({
      minder: 'WITHHELD',
      gelijk: 'WITHHELD',
      meer: [13, expect.closeTo(79 / 13, 10)],
    })
  })

  it('gives no number that somebody gave: the numbers given are groups too', () => {
    const { groups } = askMeans(data, plan, { of: 'cijfer', by: ['uren'] })
    const [everyone] = askMeans(data, plan, { of: 'cijfer' }).groups
    expect(groups[2]).toMatchObject({
      status: 'VALUE',
      lowerQuartile: null,
      median: null,
      upperQuartile: null,
    })
    expect(everyone).toMatchObject({ lowerQuartile: expect.any(Number), median: 8 })
  })
})

describe('the spread of means by another question', () => {
  const spread = (plan: ReleasePlan, by: string) => {
    const { groups } = askMeans(data, plan, { of: 'cijfer', by: [by] })
    return groups.flatMap((group) =>
      group.status === 'VALUE' ? [[group.standardDeviation, group.standardError, group.interval]] : [],
    )
  }
  const none = [null, null, null]
  const all = [expect.any(Number), expect.any(Number), { low: expect.any(Number), high: expect.any(Number) }]

  it('is withheld where the plan says so', () => {
    expect(spread({ ...plan, spreadWithheld: [] }, 'uren')).toEqual([all])
    expect(spread({ ...plan, spreadWithheld: ['cijfer|uren'] }, 'uren')).toEqual([none])
  })

  it('is withheld by a plan that says nothing of it', () => {
    const { spreadWithheld: _, ...older } = plan
    expect(spread(older, 'uren')).toEqual([none])
    expect(spread(older, 'sector')).toEqual([all, all])
  })

  it('is withheld of a group that a filter selects', () => {
    const filter = [{ variable: 'uren', code: 'meer' }]
    const [group] = askMeans(
      data,
      { ...plan, spreadWithheld: ['cijfer|uren'] },
      { of: 'cijfer', filter },
    ).groups
    expect(group).toMatchObject({ base: 13, standardDeviation: null, standardError: null, interval: null })
  })
})

describe('means of a shape that is not released', () => {
  it.each([[['sector', 'uren']], [['cijfer']]])('refuses them by %s', (by) => {
    expect(protectMeans(tabulateMeans(data, meansRequest({ of: 'cijfer', by })), plan)).toEqual({
      kind: 'refusal',
      code: 'BREAKDOWN_NOT_RELEASED',
      variables: ['cijfer', ...by],
      released: [['sector']],
    })
  })
})
