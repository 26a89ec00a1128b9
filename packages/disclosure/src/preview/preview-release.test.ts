import { expect, test } from 'vitest'
import { planOf, solver } from '../testing/plan.ts'
import { people, single, smallWave } from '../testing/small-wave.ts'
import { previewRelease, weighChoices } from './preview-release.ts'
import { releaseCost } from './release-cost.ts'

/** Twenty of each place and team, but few of c and d in team x: six together. */
const cells = ['a', 'b', 'c', 'd'].flatMap((plaats) =>
  ['x', 'y'].flatMap((team) => {
    const [yes, no] = team === 'x' && ['c', 'd'].includes(plaats) ? [2, 1] : [10, 10]
    return [...people(yes, { plaats, team, ruimte: 'ja' }), ...people(no, { plaats, team, ruimte: 'nee' })]
  }),
)
const data = smallWave(
  [single('plaats', ['a', 'b', 'c', 'd']), single('team', ['x', 'y']), single('ruimte', ['ja', 'nee'])],
  cells,
)
const policy = {
  minimumGroupSize: 5,
  background: ['plaats', 'team'],
  questions: ['ruimte'],
  breakdowns: [['plaats'], ['team'], ['plaats', 'team']],
}
const levels = [
  {
    code: 'kant',
    groups: [
      { code: 'links', categories: ['a', 'b'] },
      { code: 'rechts', categories: ['c', 'd'] },
    ],
  },
]

test('a preview is the plan that publishing would make, and its cost', () => {
  const preview = previewRelease(data, policy, solver)
  expect(preview.plan).toEqual(planOf(data, policy))
  expect(preview.cost).toEqual(releaseCost(data.variables, preview.plan))
  expect(preview.cost.total.numbersWithheld).toBeGreaterThan(0)
})

test('each level and each pair is weighed by a plan of its own, the largest share shown first', () => {
  const weighed = weighChoices(data, policy, { plaats: levels, unused: levels }, solver)
  expect(weighed.map(({ choice }) => choice)).toEqual([
    { kind: 'MERGE', variable: 'plaats', level: 'kant' },
    { kind: 'DROP', breakdown: ['plaats', 'team'] },
  ])
  const [merge, drop] = weighed
  const dropped = { ...policy, breakdowns: [['plaats'], ['team']] }
  expect(drop?.total).toEqual(previewRelease(data, dropped, solver).cost.total)
  expect(merge?.total).toMatchObject({
    groupsWithheld: { BELOW_MINIMUM: 0, PROTECTS_ANOTHER: 0, UNANIMOUS: 0 },
  })
})

test('choices tell how far they are, over all of them', () => {
  const told: number[][] = []
  weighChoices(data, policy, { plaats: levels }, solver, (done, of) => told.push([done, of]))
  expect(told).toEqual([
    [0, 2],
    [1, 2],
    [1, 2],
    [2, 2],
  ])
})

test('a variable that nothing is broken down by is not merged', () => {
  const alone = { ...policy, breakdowns: [['team']] }
  expect(weighChoices(data, alone, { plaats: levels }, solver)).toEqual([])
})
