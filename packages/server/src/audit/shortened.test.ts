import { expect, test } from 'vitest'
import { shortened } from './shortened.ts'

const same = (text: string) => text

test('what is short stays as it is', () => {
  const asked = {
    rows: 'werkdruk',
    columns: ['sector'],
    filter: [],
    weighted: false,
    level: 0.95,
    none: null,
  }
  expect(shortened(asked, same)).toEqual(asked)
})

test('what is left out of lists, texts and objects is said in its place', () => {
  const categories = Array.from({ length: 62_000 }, (_, index) => `${index}`)
  const filter = [{ variable: 'sector', categories }]
  expect(shortened({ filter }, same)).toEqual({
    filter: [{ variable: 'sector', categories: [...categories.slice(0, 50), '… and 61,950 more'] }],
  })
  expect(shortened('x'.repeat(100_000), same)).toBe(`${'x'.repeat(500)}… and 99,500 more`)
  const wide = Object.fromEntries(categories.map((code) => [code, 1]))
  expect(shortened(wide, same)).toMatchObject({ '0': 1, '…': '… and 61,950 more' })
})

test.each<[string, unknown]>([
  ['many long texts', Array.from({ length: 5000 }, () => 'x'.repeat(400))],
  ['lists in lists', Array.from({ length: 99 }, () => Array(99).fill(Array(99).fill('x')))],
  ['objects in objects', Array(99).fill({ a: Array(99).fill({ ['b'.repeat(999)]: 'c'.repeat(999) }) })],
  ['numbers', Array(50).fill(Array(50).fill(1e300))],
  ['depth', JSON.parse(`${'['.repeat(2000)}1${']'.repeat(2000)}`)],
])('however it is put together, it is some thousands of characters: %s', (_, asked) => {
  expect(JSON.stringify(shortened(asked, same)).length).toBeLessThan(5000)
})
