import { expect, test } from 'vitest'
import { smallCodebook } from '../import/testing/small-survey.ts'
import { readCodebook } from './read-codebook.ts'

test('a right codebook is read, with a byte order mark too', () => {
  const text = JSON.stringify(smallCodebook())
  expect(readCodebook(text)).toEqual({ codebook: smallCodebook() })
  expect(readCodebook(`\uFEFF${text}`)).toEqual({ codebook: smallCodebook() })
})

test('what is not JSON is said to be so', () => {
  expect(readCodebook('{"waves": [')).toEqual({
    problems: [{ path: '', message: expect.stringMatching(/^not JSON: SyntaxError: /) }],
  })
})

test('what has the wrong shape is said with its path, all of it at once', () => {
  const { variables, ...codebook } = smallCodebook({ minimumGroupSize: 3, code: 'PEO 1' })
  const found = readCodebook(JSON.stringify({ ...codebook, variables: [{ ...variables[0], code: 5 }] }))
  expect('problems' in found && found.problems.map(({ path }) => path)).toEqual([
    'waves.0.code',
    'waves.0.minimumGroupSize',
    'variables.0.code',
  ])
})

test('what does not agree is said with its path', () => {
  expect(readCodebook(JSON.stringify(smallCodebook({ breakdowns: [['joy']] })))).toEqual({
    problems: [{ path: 'waves.peo-1.breakdowns', message: 'joy is not a background variable of this wave' }],
  })
})
