import { expect, it } from 'vitest'
import { auditRelease } from '../audit-release.ts'
import type { ReleasePlan, WithheldReason } from '../release-plan.ts'
import { planOf, solver } from '../testing/plan.ts'
import { people, single, smallWave } from '../testing/small-wave.ts'

/** All ten of sector b said ja; who said ja said c or a to the other question, and nobody else did. */
const rows = [
  ...people(8, { sector: 'a', ruimte: 'ja', uren: 'c' }),
  ...people(1, { sector: 'a', ruimte: 'nee', uren: 'd' }),
  ...people(2, { sector: 'a', ruimte: 'soms', uren: 'b' }),
  ...people(4, { sector: 'b', ruimte: 'ja', uren: 'a' }),
  ...people(6, { sector: 'b', ruimte: 'ja', uren: 'c' }),
  ...people(8, { sector: 'c', ruimte: 'ja', uren: 'a' }),
  ...people(3, { sector: 'c', ruimte: 'ja', uren: 'c' }),
  ...people(1, { sector: 'c', ruimte: 'nee', uren: 'd' }),
  ...people(1, { sector: 'c', ruimte: 'soms', uren: 'b' }),
  ...people(3, { sector: 'd', ruimte: 'ja', uren: 'a' }),
  ...people(1, { sector: 'd', ruimte: 'ja', uren: 'c' }),
  ...people(3, { sector: 'd', ruimte: 'nee', uren: 'b' }),
  ...people(4, { sector: 'd', ruimte: 'soms', uren: 'b' }),
  ...people(1, { sector: 'e', ruimte: 'ja', uren: 'a' }),
  ...people(1, { sector: 'e', ruimte: 'ja', uren: 'c' }),
  ...people(3, { sector: 'e', ruimte: 'soms', uren: 'b' }),
]
const wave = smallWave(
  [
    single('sector', ['a', 'b', 'c', 'd', 'e']),
    single('ruimte', ['ja', 'nee', 'soms']),
    single('uren', ['a', 'b', 'c', 'd']),
  ],
  rows,
)
const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte', 'uren'],
  breakdowns: [['sector']],
}

/** The same with other groups of a table withheld. */
function withholding(plan: ReleasePlan, family: string, groups: Record<string, WithheldReason>): ReleasePlan {
  const withheld = { ...plan.withheld, [family]: groups }
  return { ...plan, withheld, withheldWeighted: withheld }
}

it('withholds of the table of two questions what tells, with both by background, that all gave one answer', () => {
  const plan = planOf(wave, policy)
  expect(plan.withheld['ruimte|sector']).toMatchObject({ b: 'UNANIMOUS' })
  expect(plan.withheld['ruimte|uren']).toEqual({
    a: 'UNANIMOUS',
    b: 'PROTECTS_ANOTHER',
    c: 'UNANIMOUS',
    d: 'BELOW_MINIMUM',
  })
  expect(auditRelease(wave, plan, solver)).toEqual([])
  const own = withholding(plan, 'ruimte|uren', { a: 'UNANIMOUS', c: 'UNANIMOUS', d: 'BELOW_MINIMUM' })
  const told = auditRelease(wave, own, solver).filter(({ group }) => group === 'b')
  expect(told).toContainEqual({ family: 'ruimte|uren', group: 'b', problem: 'PINNED', answer: 'ja' })
  expect(told).toContainEqual({ family: 'ruimte|uren', group: 'b', problem: 'ONE_ANSWER', answer: 'ja' })
})
