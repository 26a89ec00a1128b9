import { expect, test } from 'vitest'
import type { ReleaseCodebook, ReleasedVariable } from '../release/release-codebook.ts'
import { checkTrend } from './check-trend.ts'

const label = { nl: 'x', en: 'x' }
const coded = (...codes: string[]) => codes.map((code) => ({ code, label }))

type Variable = Partial<ReleasedVariable> & { code: string }

function wave(code: string, ...variables: Variable[]): { codebook: ReleaseCodebook } {
  const described = variables.map((variable) => ({ measurement: 'ordinal' as const, label, ...variable }))
  return { codebook: { wave: { code, title: label }, variables: described } }
}

const space = { code: 'space', categories: coded('1', '2') }
const sector = { code: 'sector', categories: coded('a', 'b') }
const one = wave('peo-1', space)
const two = wave('peo-2', space, sector)
const three = wave('peo-3', sector)
const four = wave('peo-4', space, sector)
const all = [one, two, three, four]

test.each([
  ['one wave is no trend, whatever it asked', [three], ['space']],
  ['two waves asked everything', [two, four], ['space', 'sector']],
  ['two of three did: the other has cells that say so', [one, two, four], ['space', 'sector']],
  ['a variable that no wave has is the business of another check', [two, four], ['space', 'sectro']],
] as const)('allows it when %s', (_, waves, used) => {
  expect(checkTrend(all, waves, used)).toBeUndefined()
})

test('refuses what one of two waves asked, and names the waves that did', () => {
  expect(checkTrend(all, [two, three], ['space', 'space'])).toEqual({
    kind: 'error',
    code: 'INVALID_INPUT',
    message:
      'There is no trend: fewer than two of these waves asked everything in the table (peo-3 did not ask space). These did: peo-1, peo-2, peo-4.',
    details: { variable: 'space', waves: ['peo-2', 'peo-3'], asked: ['peo-1', 'peo-2', 'peo-4'] },
  })
})

test.each([
  [
    'a question that no wave of the table asked',
    [one, two, wave('peo-0')],
    [one, wave('peo-0')],
    '(peo-1 did not ask sector; peo-0 did not ask space and sector). Only peo-2 did; ask it by itself.',
  ],
  [
    'questions that only one wave asked together',
    [one, two, three],
    [one, two, three],
    '(peo-1 did not ask sector; peo-3 did not ask space). Only peo-2 did; ask it by itself.',
  ],
  [
    'questions that no wave asked together',
    [one, three],
    [one, three],
    '(peo-1 did not ask sector; peo-3 did not ask space). No published wave asked all of it; leave a variable out.',
  ],
])('refuses %s', (_, published, waves, end) => {
  const error = checkTrend(published, waves, ['space', 'sector'])
  expect(error?.message).toBe(
    `There is no trend: fewer than two of these waves asked everything in the table ${end}`,
  )
})

test.each([
  [{ measurement: 'multiple' }, 'a question with one answer in peo-1 and a question with several answers'],
  [{ measurement: 'numeric', categories: undefined }, 'a question with one answer in peo-1 and a number'],
] as const)('refuses a variable that is another kind in one wave: %o', (changes, parts) => {
  const other = wave('peo-5', { ...space, ...changes } as Variable)
  expect(checkTrend([one, other], [one, other], ['space'])).toEqual({
    kind: 'error',
    code: 'INVALID_INPUT',
    message: `There is no trend of space: it is ${parts} in peo-5. Ask for waves in which it is the same.`,
    details: { variable: 'space', waves: ['peo-1', 'peo-5'] },
  })
})

test('nominal and ordinal are the same kind', () => {
  const other = wave('peo-5', { ...space, measurement: 'nominal' })
  expect(checkTrend([one, other], [one, other], ['space'])).toBeUndefined()
})

test('refuses a wave whose categories no other wave has', () => {
  const other = wave('peo-5', { ...space, categories: coded('x', 'y') })
  expect(checkTrend([one, two, other], [one, two, other], ['space'])).toEqual({
    kind: 'error',
    code: 'INVALID_INPUT',
    message:
      'There is no trend of space: in peo-5 it has none of the categories or nets of the other waves, but x, y. Ask peo-5 by itself.',
    details: { variable: 'space', waves: ['peo-1', 'peo-2', 'peo-5'] },
  })
})

test.each([
  ['one category in common', { categories: coded('2', '3') }, {}],
  [
    'a net in common',
    { categories: coded('x'), nets: [{ code: 'enough', label, categories: ['x'] }] },
    { nets: [{ code: 'enough', label, categories: ['1'] }] },
  ],
])('allows %s', (_, changes, before) => {
  const waves = [wave('peo-1', { ...space, ...before }), wave('peo-5', { ...space, ...changes })]
  expect(checkTrend(waves, waves, ['space'])).toBeUndefined()
})

test('numbers need no categories', () => {
  const joy = { code: 'joy', measurement: 'numeric' as const }
  const waves = [wave('peo-1', joy), wave('peo-2', joy)]
  expect(checkTrend(waves, waves, ['joy'])).toBeUndefined()
})
