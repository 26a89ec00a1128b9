import { expect, test } from 'vitest'
import { wasAsked } from './answers.ts'

const routing = { variable: 'pressure', in: ['1', '2'] }

test('a question without routing is put to everyone', () => {
  expect(wasAsked(undefined, {})).toBe(true)
})

test.each([
  ['a category of the routing', { pressure: '2' }, true],
  ['another category', { pressure: '3' }, false],
  ['one of several answers', { pressure: ['3', '1'] }, true],
  ['several answers, none of the routing', { pressure: ['3', '4'] }, false],
  ['no option named', { pressure: [] }, false],
  ['no answer', {}, false],
])('after %s', (_, answers, asked) => {
  expect(wasAsked(routing, answers)).toBe(asked)
})

test('a category may be called undefined', () => {
  expect(wasAsked({ variable: 'pressure', in: ['undefined'] }, {})).toBe(false)
})
