import { expect, test } from 'vitest'
import { axisText, valueText } from './number-text.ts'
import { textsIn } from './texts.ts'

const [nl, en] = [textsIn('NL'), textsIn('EN')]

test.each([
  [47.4, 'percent', [0, 100], '47%'],
  [7.26, 'mean', [1, 10], '7.3'],
  [52.3, 'mean', [0, 100], '52.3'],
  [1233.4, 'mean', [0, 100_000], '1,233'],
  [0.0051, 'mean', [0, 0.01], '0.0051'],
] as const)('%d in %s over %j is told as %4$s', (value, unit, scale, told) => {
  expect(valueText(value, { unit, scale }, en)).toBe(told)
})

test('numbers on an axis have the decimals that tell them apart', () => {
  expect([0.001, 0.0015, 0.3 - 0.1].map((value) => axisText(value, nl))).toEqual(['0,001', '0,0015', '0,2'])
})
