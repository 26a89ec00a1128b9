import { NO_ANSWER } from '@peo/tabulation'
import { expect, test } from 'vitest'
import { people, single, smallWave } from '../testing/small-wave.ts'
import { mergeCategories } from './merge-categories.ts'

const level = {
  code: 'kant',
  groups: [
    { code: 'links', categories: ['a', 'b'] },
    { code: 'rechts', categories: ['c', 'd'] },
    { code: 'midden', categories: ['e'] },
  ],
}
const place = single('plaats', ['a', 'b', 'c', 'd', 'e'], {
  zijden: ['d', 'c', 'b', 'a'],
  gelijk: ['c', 'd'],
  dwars: ['b', 'c'],
})
const asked = { ...single('oorzaak', ['x']), askedIf: { variable: 'plaats', in: ['b', 'e'] } }
const data = smallWave(
  [place, asked, single('ruimte', ['ja'])],
  [...['a', 'b', 'c', 'd', 'e'].flatMap((plaats) => people(1, { plaats })), {}],
)
const merged = mergeCategories(data, 'plaats', level)

test('respondents are in the group that holds their category, and those without an answer in none', () => {
  expect(merged.columns.get('plaats')).toEqual({
    kind: 'single',
    codes: Uint8Array.of(0, 0, 1, 1, 2, NO_ANSWER),
  })
})

test('groups are the categories; only nets that are several whole groups stay', () => {
  expect(merged.variables.get('plaats')).toEqual({
    code: 'plaats',
    categories: ['links', 'rechts', 'midden'],
    nets: [{ code: 'zijden', categories: ['links', 'rechts'] }],
  })
})

test('a question is asked of the groups in which it was asked of anybody', () => {
  expect(merged.variables.get('oorzaak')?.askedIf).toEqual({ variable: 'plaats', in: ['links', 'midden'] })
})

test('everything else is as it was', () => {
  expect(merged.variables.get('ruimte')).toBe(data.variables.get('ruimte'))
  expect(data.variables.get('plaats')?.categories).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(mergeCategories(data, 'unknown', level)).toBe(data)
})
