import { describe, expect, it } from 'vitest'
import { auditRelease } from './audit-release.ts'
import { planOf, solver } from './testing/plan.ts'
import {
  divided,
  multiple,
  numeric,
  people,
  single,
  smallWave,
  type TestVariable,
} from './testing/small-wave.ts'

const ruimte = single('ruimte', ['ja', 'nee'])
const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte'],
  breakdowns: [['sector']],
}

describe('unanimity', () => {
  const alike = (question: TestVariable, answer: string | number) =>
    planOf(
      smallWave(
        [single('sector', ['a', 'b']), question],
        ['a', 'b'].flatMap((code) => people(9, { sector: code, [question.code]: answer })),
      ),
      { ...policy, questions: [question.code] },
    ).withheld[`${question.code}|`]

  it('is nothing to hide of a question with one possible answer, but is of a number', () => {
    expect(alike(single('ruimte', ['ja']), 'ja')).toEqual({})
    expect(alike(single('ruimte', ['ja', 'nee']), 'ja')).toEqual({ '': 'UNANIMOUS' })
    expect(alike(numeric('cijfer'), 7)).toEqual({ '': 'UNANIMOUS' })
  })

  it('of a number that one person gave passes its own audit: nothing of it is published', () => {
    const data = smallWave(
      [single('sector', ['a', 'b']), ruimte, numeric('cijfer')],
      [
        ...people(1, { sector: 'a', ruimte: 'ja', cijfer: 7 }),
        ...divided(12, 'ruimte', { sector: 'a' }),
        ...divided(12, 'ruimte', { sector: 'b' }),
      ],
    )
    const plan = planOf(data, { ...policy, questions: ['ruimte', 'cijfer'] })
    expect(plan.withheld['cijfer|']).toEqual({ '': 'BELOW_MINIMUM' })
    expect(auditRelease(data, plan, solver)).toEqual([])
  })

  it('withholds for the question a group in which all gave one answer, and what gives it away', () => {
    const data = smallWave(
      [single('sector', ['a', 'b', 'c']), ruimte],
      [
        ...people(9, { sector: 'a', ruimte: 'ja' }),
        ...divided(12, 'ruimte', { sector: 'b' }),
        ...divided(20, 'ruimte', { sector: 'c' }),
      ],
    )
    expect(planOf(data, policy).withheld).toEqual({
      '|sector': {},
      'ruimte|': {},
      'ruimte|sector': { a: 'UNANIMOUS', b: 'PROTECTS_ANOTHER' },
    })
  })

  it('is seen where a group named none of several options, and the answer of few who named none is hidden', () => {
    const policyOfOptions = { ...policy, questions: ['regels'] }
    const named = (count: number, sector: string, regels: readonly string[]) =>
      people(count, { sector, regels })
    const all = [...named(4, 'a', ['x', 'y']), ...named(4, 'a', ['y']), ...named(4, 'a', ['z', 'x'])]
    const sides = [single('sector', ['a', 'b', 'c']), multiple('regels', ['x', 'y', 'z'])]
    const some = [...named(4, 'c', ['x']), ...named(4, 'c', ['y', 'z'])]
    const plan = planOf(smallWave(sides, [...all, ...named(6, 'b', []), ...some]), policyOfOptions)
    expect(plan.withheld['regels|sector']).toEqual({ b: 'UNANIMOUS', c: 'PROTECTS_ANOTHER' })
    // Of sectors b and c together nobody named anything, so neither hides the other.
    const silent = smallWave(sides, [...all, ...named(3, 'b', []), ...named(6, 'c', [])])
    const known = { 'regels|': {}, 'regels|sector': { b: 'BELOW_MINIMUM', c: 'UNANIMOUS' } } as const
    const shown = planOf(silent, policyOfOptions)
    const family = 'regels|sector'
    expect(auditRelease(silent, { ...shown, withheld: { ...shown.withheld, ...known } }, solver)).toEqual([
      { family, group: 'b', problem: 'ONE_ANSWER', answer: null },
      { family, group: 'c', problem: 'ONE_ANSWER', answer: null },
    ])
    expect(auditRelease(silent, planOf(silent, policyOfOptions), solver)).toEqual([])
  })
})
