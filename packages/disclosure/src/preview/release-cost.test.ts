import { expect, test } from 'vitest'
import type { ReleasePlan } from '../release-plan.ts'
import { numeric, people, single, smallWave } from '../testing/small-wave.ts'
import { releaseCost } from './release-cost.ts'

const data = smallWave(
  [
    single('sector', ['a', 'b'], { ab: ['a', 'b'] }),
    single('duur', ['kort', 'constructor']),
    single('ruimte', ['ja', 'nee', 'soms'], { niet: ['nee', 'soms'] }),
    numeric('cijfer'),
  ],
  people(9, { sector: 'a', duur: 'kort', ruimte: 'ja', cijfer: 7 }),
)
const plan: ReleasePlan = {
  wave: data.wave,
  minimumGroupSize: 5,
  background: ['sector', 'duur'],
  questions: ['ruimte', 'cijfer'],
  breakdowns: [['sector'], ['sector', 'duur']],
  withheld: {
    '|sector': { b: 'BELOW_MINIMUM', '*': 'PROTECTS_ANOTHER' },
    '|sector/duur': {},
    'ruimte|': { '': 'BELOW_MINIMUM' },
    'ruimte|sector': { a: 'UNANIMOUS', 'net:ab': 'UNANIMOUS' },
    'ruimte|sector/duur': { 'a/kort': 'BELOW_MINIMUM', 'a/*': 'PROTECTS_ANOTHER', '*/*': 'PROTECTS_ANOTHER' },
    'ruimte|cijfer': {},
    'cijfer|': {},
    'cijfer|sector': {},
    'cijfer|ruimte': { soms: 'BELOW_MINIMUM', 'net:niet': 'PROTECTS_ANOTHER' },
  },
  withheldWeighted: {},
}
const cost = releaseCost(data.variables, plan)
const visibility = (
  groupsShown: number,
  [BELOW_MINIMUM = 0, PROTECTS_ANOTHER = 0, UNANIMOUS = 0]: readonly number[],
  numbersShown: number,
  numbersWithheld: number,
) => ({
  groupsShown,
  groupsWithheld: { BELOW_MINIMUM, PROTECTS_ANOTHER, UNANIMOUS },
  numbersShown,
  numbersWithheld,
})

test('a breakdown counts its own sizes, and of each question every answer or its mean in every group', () => {
  expect(cost.shapes).toEqual([
    { shape: { kind: 'ALONE' }, visibility: visibility(1, [1], 1, 4) },
    {
      shape: { kind: 'BREAKDOWN', breakdown: ['sector'] },
      // By sector alone 2 of 4; ruimte 2 of 4 by 4 answers; a mean in each of 4.
      visibility: visibility(2 + 2 + 4, [1, 1, 2], 2 + 8 + 4, 2 + 8),
    },
    {
      shape: { kind: 'BREAKDOWN', breakdown: ['sector', 'duur'] },
      // 4 by 3 groups; no family of cijfer: it is not released.
      visibility: visibility(12 + 9, [1, 2], 12 + 36, 12),
    },
    { shape: { kind: 'QUESTIONS' }, visibility: visibility(3, [1, 1], 3, 2) },
  ])
})

test('a question counts where its answers are what groups gave', () => {
  expect(cost.questions).toEqual([
    { question: 'ruimte', visibility: visibility(2 + 9, [2, 2, 2], 8 + 36, 4 + 8 + 12) },
    { question: 'cijfer', visibility: visibility(1 + 4 + 3, [1, 1], 1 + 4 + 3, 2) },
  ])
})

test('the total is that of the shapes', () => {
  expect(cost.total).toEqual(visibility(33, [4, 4, 2], 66, 28))
})

test('withheld groups tell their codes and reason', () => {
  expect(cost.withheld.slice(0, 3)).toEqual([
    { family: { question: '', by: ['sector'] }, codes: ['b'], reason: 'BELOW_MINIMUM' },
    { family: { question: '', by: ['sector'] }, codes: ['*'], reason: 'PROTECTS_ANOTHER' },
    { family: { question: 'ruimte', by: [] }, codes: [], reason: 'BELOW_MINIMUM' },
  ])
  expect(cost.withheld).toHaveLength(10)
})

test('a number is withheld in a table of two questions when the answer to either is', () => {
  const answers = smallWave(
    [single('ruimte', ['ja', 'nee']), single('uren', ['minder', 'gelijk', 'meer'])],
    people(9, { ruimte: 'ja', uren: 'meer' }),
  )
  const { shapes } = releaseCost(answers.variables, {
    ...plan,
    background: [],
    questions: ['ruimte', 'uren'],
    breakdowns: [],
    withheld: { 'ruimte|uren': { minder: 'BELOW_MINIMUM' }, 'uren|ruimte': { nee: 'UNANIMOUS' } },
  })
  expect(shapes.at(-1)).toEqual({
    shape: { kind: 'QUESTIONS' },
    // ruimte by uren: 3 of 4 groups, 1 of 2 answers; uren by ruimte: 2 of 3 groups, 2 of 3 answers.
    visibility: visibility(3 + 2, [1, 0, 1], 3 + 4, 5 + 5),
  })
})
