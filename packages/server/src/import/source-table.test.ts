import { expect, test } from 'vitest'
import { valueCodes } from './source-table.ts'

test('two values do not become one: the second is no code', () => {
  const given = ['A-', 'a- ', 'A+', 'A-', 'Ja', 'ja', 'Één', '-1', 'm1']
  expect(given.map(valueCodes())).toEqual([
    'a_',
    'a_',
    'A+ (not A-)',
    'a_',
    'ja',
    'ja',
    'een',
    'm1',
    'm1 (not -1)',
  ])
})
