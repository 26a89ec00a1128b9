import { expect, test } from 'vitest'
import { planOf } from '../testing/plan.ts'
import { people, single, smallWave } from '../testing/small-wave.ts'
import { byNumbersShown, otherChoices } from './other-choices.ts'
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

test('there is a choice for each level and each pair', () => {
  const choices = otherChoices(data, policy, { plaats: levels, unused: levels })
  expect(choices.map(({ choice }) => choice)).toEqual([
    { kind: 'MERGE', variable: 'plaats', level: 'kant' },
    { kind: 'DROP', breakdown: ['plaats', 'team'] },
  ])
  const [merge, drop] = choices
  expect(drop).toMatchObject({ data, policy: { ...policy, breakdowns: [['plaats'], ['team']] } })
  const plan = planOf(merge!.data, merge!.policy)
  expect(releaseCost(merge!.data.variables, plan).total.groupsWithheld).toEqual({
    BELOW_MINIMUM: 0,
    PROTECTS_ANOTHER: 0,
    UNANIMOUS: 0,
  })
})

test('the largest share shown comes first, then the most numbers', () => {
  const { total } = releaseCost(data.variables, planOf(data, policy))
  const weighed = [
    [1, 1],
    [4, 0],
    [9, 1],
    [5, 0],
  ].map(([numbersShown, numbersWithheld]) => ({
    choice: { kind: 'DROP' as const, breakdown: [`${numbersShown}`] },
    total: { ...total, numbersShown: numbersShown!, numbersWithheld: numbersWithheld! },
  }))
  expect(byNumbersShown(weighed).map(({ total: { numbersShown } }) => numbersShown)).toEqual([5, 4, 9, 1])
})

test('a variable that nothing is broken down by is not merged', () => {
  expect(otherChoices(data, { ...policy, breakdowns: [['team']] }, { plaats: levels })).toEqual([])
})
