import { expect, test } from 'vitest'
import { codeLabel, variableLabel } from './table-labels.ts'
import { labels } from './testing/small-labels.ts'

test('labels are in the language of the labels', () => {
  expect(variableLabel(labels('nl'), 'space')).toBe('Ruimte')
  expect(variableLabel(labels('en'), 'space')).toBe('Space')
  expect(codeLabel(labels('nl'), 'space', 'net:enough')).toBe('voldoende')
  expect(codeLabel(labels('en'), 'space', 'net:enough')).toBe('enough')
})

test('a code stands in where there is no label', () => {
  expect(variableLabel(labels('nl'), 'unknown')).toBe('unknown')
  expect(codeLabel(labels('nl'), 'space', '9')).toBe('9')
  expect(codeLabel(labels('nl'), 'unknown', '9')).toBe('9')
})
