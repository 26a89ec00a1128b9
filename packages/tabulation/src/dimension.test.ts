import { expect, it } from 'vitest'
import { dimensionOf } from './dimension.ts'
import { exampleWave, helps, hours, relation } from './testing/example-wave.ts'

it('numbers categories, then nets, then any', () => {
  expect(dimensionOf(relation, exampleWave.columns.get('relation'), 'ROW')).toEqual({
    role: 'ROW',
    variable: 'relation',
    codes: ['good', 'fair', 'poor', 'net:insufficient'],
    categoryCount: 3,
    multiple: false,
    any: 4,
  })
})

it('knows a variable of several answers by its column', () => {
  expect(dimensionOf(helps, exampleWave.columns.get('helps'), 'COLUMN').multiple).toBe(true)
  expect(dimensionOf(helps, undefined, 'COLUMN').multiple).toBe(false)
})

it('has any alone for a number', () => {
  expect(dimensionOf(hours, exampleWave.columns.get('hours'), 'FILTER')).toMatchObject({ codes: [], any: 0 })
})
