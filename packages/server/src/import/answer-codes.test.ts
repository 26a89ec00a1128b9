import { expect, test } from 'vitest'
import { answerCodes, refuseSharedCodes } from './answer-codes.ts'

test.each([
  ['A-', 'A+', 'a_'],
  ['<5', '>5', '_5'],
  ['A1', 'a1', 'a1'],
  ['王', '李', '_'],
  [-1, 'm1', 'm1'],
])('the answers %s and %s of a definition are not both %s', (one, other, code) => {
  expect(() => answerCodes('team', [one, 'B', other])).toThrow(
    new RangeError(
      `the answers "${one}" and "${other}" of team would both be ${code}; give one of them another code there`,
    ),
  )
})

test('an answer of a row is not taken for another, defined or given before', () => {
  const codes = answerCodes('team', ['A-', 2.5])
  expect(['A- ', 'A+', 2.5, '2,5', 'é', 'e\u0301', 'E'].map(codes)).toEqual([
    'a_',
    'A+ (the code a_ stands for A-)',
    '2_5',
    '2,5 (the code 2_5 stands for 2.5)',
    'e',
    'e',
    'E (the code e stands for é)',
  ])
})

test('two variables do not become one', () => {
  const part = (name: string, code: string) => ({ names: [name], variable: { code } })
  expect(() => refuseSharedCodes([part('Q1.a', 'q1_a'), part('q2', 'q2'), part('Q1_a', 'q1_a')])).toThrow(
    'the variables Q1.a and Q1_a would both be q1_a; rename one of them there',
  )
})
