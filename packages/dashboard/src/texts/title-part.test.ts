import { expect, test } from 'vitest'
import { asked, within } from './title-part.ts'

test.each([
  ['Sector', 'sector'],
  ['Jaren ervaring', 'jaren ervaring'],
  ['In welke mate ervaart u werkdruk?', 'in welke mate ervaart u werkdruk'],
  ['GI', 'GI'],
  ['A-team', 'A-team'],
  ['I have enough time', 'I have enough time'],
  ['Werkgebied × Sector × GI', 'werkgebied × sector × GI'],
  ['Team: "A", =B; of C', 'Team: "A", =B; of C'],
])('within a title, %s is %s', (label, told) => {
  expect(within(label)).toBe(told)
})

test('a question at the head of a title ends without its sign', () => {
  expect(asked('Wat veroorzaakt de werkdruk?')).toBe('Wat veroorzaakt de werkdruk')
})
