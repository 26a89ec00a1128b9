import { expect, it } from 'vitest'
import { multiple, people, single, smallWave } from '../testing/small-wave.ts'
import { makeGrouping } from './make-grouping.ts'

const sector = single('sector', ['a', 'b', 'c'], { ab: ['a', 'b'] })
const area = single('area', ['city', 'coast'])
const causes = multiple('causes', ['rules', 'money'])

const namesOf = ({ groups }: ReturnType<typeof makeGrouping>) =>
  groups.map(({ names }) => names.map(({ by, key }) => `${by.join('/')}|${key}`))

const membersOf = ({ groups, patterns, patternOf }: ReturnType<typeof makeGrouping>) =>
  Object.fromEntries(
    groups.map(({ names }, place) => [
      names[0]!.key,
      [...patternOf.keys()].filter((respondent) => patterns[patternOf[respondent]!]!.groups.includes(place)),
    ]),
  )

it('makes a group of each category, net and total, and puts everybody in theirs', () => {
  const data = smallWave(
    [sector],
    [...people(2, { sector: 'a' }), ...people(1, { sector: 'b' }), ...people(1, { sector: 'c' }), {}],
  )
  const grouping = makeGrouping(data, [['sector']], false)
  expect(namesOf(grouping)).toEqual([
    ['|'],
    ['sector|a'],
    ['sector|b'],
    ['sector|c'],
    ['sector|net:ab'],
    ['sector|*'],
  ])
  expect(grouping.groups.map(({ kind, depth }) => [kind, depth])).toEqual([
    ['TOTAL', 0],
    ['CATEGORY', 1],
    ['CATEGORY', 1],
    ['CATEGORY', 1],
    ['NET', 1],
    ['TOTAL', 1],
  ])
  expect(membersOf(grouping)).toEqual({
    '': [0, 1, 2, 3, 4],
    a: [0, 1],
    b: [2],
    c: [3],
    'net:ab': [0, 1, 2],
    '*': [0, 1, 2, 3],
  })
})

it('gives a category that nobody is in a pattern of its own', () => {
  const data = smallWave([sector], [...people(2, { sector: 'a' }), ...people(1, { sector: 'c' })])
  const { groups, patterns, patternOf } = makeGrouping(data, [['sector']], false)
  const b = groups.findIndex(({ names }) => names[0]!.key === 'b')
  expect(patterns.filter((pattern) => pattern.groups.includes(b)).map(({ answers }) => [...answers])).toEqual(
    [[['sector', ['b', 'net:ab']]]],
  )
  expect([...patternOf].some((pattern) => patterns[pattern]!.groups.includes(b))).toBe(false)
})

it('calls groups of the same respondents by all their names', () => {
  const data = smallWave([sector], [...people(2, { sector: 'a' }), ...people(1, { sector: 'c' })])
  // Everyone named a sector.
  expect(namesOf(makeGrouping(data, [['sector']], false))[0]).toEqual(['|', 'sector|*'])
})

it('combines the categories of a breakdown, and leaves each side open', () => {
  const data = smallWave(
    [single('sector', ['a', 'b']), area],
    [
      ...people(1, { sector: 'a', area: 'city' }),
      ...people(1, { sector: 'b', area: 'coast' }),
      ...people(1, { sector: 'a' }),
    ],
  )
  const grouping = makeGrouping(data, [['sector', 'area']], false)
  const kinds = Object.fromEntries(grouping.groups.map(({ names, kind }) => [names[0]!.key, kind]))
  expect(kinds).toEqual({
    '': 'TOTAL',
    'a/city': 'CATEGORY',
    'a/coast': 'CATEGORY',
    'a/*': 'MARGIN',
    'b/city': 'CATEGORY',
    'b/coast': 'CATEGORY',
    'b/*': 'MARGIN',
    '*/city': 'MARGIN',
    '*/coast': 'MARGIN',
    '*/*': 'TOTAL',
  })
  // Who left a side open is in the total only.
  expect(membersOf(grouping)['a/*']).toEqual([0])
  expect(membersOf(grouping)['']).toEqual([0, 1, 2])
})

it('puts somebody of several answers in the group of each', () => {
  const data = smallWave(
    [causes],
    [{ causes: ['rules', 'money'] }, { causes: ['money'] }, { causes: [] }, {}],
  )
  const grouping = makeGrouping(data, [['causes']], true)
  expect(membersOf(grouping)).toEqual({ '': [0, 1, 2, 3], rules: [0], money: [0, 1], '*': [0, 1, 2] })
  expect(grouping.groups.map(({ byQuestion }) => byQuestion)).toEqual([false, true, true, true])
})

it('knows no variable that the wave has not', () => {
  expect(() => makeGrouping(smallWave([sector], [{}]), [['area']], false)).toThrow(
    'wave peo-2022 has no variable area',
  )
})
