import { describe, expect, it } from 'vitest'
import { auditRelease } from '../audit-release.ts'
import { planOf, solver, withheldKeys } from '../testing/plan.ts'
import { numeric, single, smallWave, type TestAnswers } from '../testing/small-wave.ts'

const variables = [single('ruimte', ['ja', 'soms', 'nee']), numeric('cijfer')]
const policy = { minimumGroupSize: 5, background: [], questions: ['ruimte', 'cijfer'], breakdowns: [] }
const family = 'cijfer|ruimte'

const times = (count: number, number: number) => Array.from({ length: count }, () => number)

/** Respondents with these numbers by their answer, and others. */
function wave(numbers: Readonly<Record<string, readonly number[]>>, others: readonly TestAnswers[] = []) {
  const respondents = Object.entries(numbers).flatMap(([ruimte, own]): TestAnswers[] =>
    own.map((cijfer) => ({ ruimte, cijfer })),
  )
  return smallWave(variables, [...respondents, ...others])
}

const planned = (numbers: Parameters<typeof wave>[0]) => {
  const { withheld, spreadWithheld } = planOf(wave(numbers), policy)
  return { withheld: withheld[family], spreadWithheld }
}

describe('a number that fewer than k gave', () => {
  it('leaves means and spread as they are where three by another answer could have been those who gave it', () => {
    // 1, 5 and 6 have the sum of 2, 3 and 7, and their sum of squares.
    expect(
      planned({
        ja: [1, ...times(5, 5), ...times(5, 6)],
        soms: [...times(5, 2), ...times(5, 3), ...times(5, 7)],
        nee: [...times(4, 5), ...times(4, 6)],
      }),
    ).toEqual({ withheld: {}, spreadWithheld: [] })
  })

  it('takes the spread where two could have, so that only the sums stay the same', () => {
    expect(
      planned({
        ja: [1, ...times(6, 5), ...times(6, 6)],
        soms: [...times(6, 3), ...times(6, 4)],
        nee: [...times(3, 5), ...times(8, 6)],
      }),
    ).toEqual({ withheld: {}, spreadWithheld: [family] })
  })

  it('takes the mean of its group and of one other where no two could have', () => {
    const fives = [...times(6, 5), ...times(6, 6)]
    expect(planned({ ja: fives, soms: [...fives, 10], nee: [5, 6, ...fives] })).toEqual({
      withheld: { ja: 'PROTECTS_ANOTHER', soms: 'PROTECTS_ANOTHER' },
      spreadWithheld: [],
    })
  })

  it('is one of those who answered both questions', () => {
    const fives = [...times(6, 5), ...times(6, 6)]
    const unasked = times(5, 10).map((cijfer) => ({ cijfer }))
    const data = wave({ ja: fives, soms: [...fives, 10], nee: [5, 6, ...fives] }, unasked)
    expect(withheldKeys(planOf(data, policy), family)).toEqual(['ja', 'soms'])
  })
})

describe('a number that k gave', () => {
  it('is in the groups that gave it for all to see', () => {
    const fives = [...times(6, 5), ...times(6, 6)]
    expect(planned({ ja: fives, soms: [...fives, ...times(5, 10)], nee: fives })).toEqual({
      withheld: {},
      spreadWithheld: [],
    })
  })
})

describe('weighted means', () => {
  it('are withheld where those who could have given the number weigh otherwise', () => {
    const numbers = {
      ja: [1, ...times(6, 5), ...times(6, 6)],
      soms: [...times(6, 3), ...times(6, 4)],
      nee: [...times(6, 5), ...times(6, 6)],
    }
    const weights = [...times(13, 0.8), ...times(12, 1.4), ...times(12, 0.8)]
    const { withheld, withheldWeighted } = planOf(
      { ...wave(numbers), weights: Float64Array.from(weights) },
      policy,
    )
    expect(withheld[family]).toEqual({})
    expect(withheldWeighted[family]).toEqual({ ja: 'PROTECTS_ANOTHER', soms: 'PROTECTS_ANOTHER' })
  })
})

describe('the audit', () => {
  const ja = [1, ...times(6, 5), ...times(6, 6)]
  const data = wave({ ja, soms: [...times(6, 3), ...times(6, 4)], nee: [...times(3, 5), ...times(8, 6)] })
  const plan = planOf(data, policy)

  it('passes the plan, also one stored without a word on spread: then none is shown', () => {
    const { spreadWithheld: _, ...older } = plan
    expect(auditRelease(data, plan, solver)).toEqual([])
    expect(auditRelease(data, older, solver)).toEqual([])
  })

  it('names the number and the answer that a spread would tell of', () => {
    expect(auditRelease(data, { ...plan, spreadWithheld: [] }, solver)).toEqual([
      { family, group: 'ja', problem: 'SHOWN', answer: '1' },
    ])
  })

  it('names those that a mean would tell of', () => {
    const fives = [...times(6, 5), ...times(6, 6)]
    const high = wave({ ja: fives, soms: [...fives, 10], nee: [5, 6, ...fives] })
    const shown = { ...planOf(high, policy), spreadWithheld: [family] }
    const withheld = { ...shown.withheld, [family]: {} }
    expect(auditRelease(high, { ...shown, withheld, withheldWeighted: withheld }, solver)).toEqual([
      { family, group: 'soms', problem: 'SHOWN', answer: '10' },
    ])
  })
})
