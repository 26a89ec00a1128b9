import { describe, expect, it } from 'vitest'
import { NO_ANSWER, NOT_ASKED } from './column.ts'
import { slotReader } from './slots.ts'
import { exampleWave, helps, hours, relation, theme } from './testing/example-wave.ts'
import type { VariableCodes } from './wave-data.ts'

function slotsOf(variable: VariableCodes): (readonly number[])[] {
  const read = slotReader(variable, exampleWave.columns.get(variable.code))
  return Array.from({ length: exampleWave.size }, (_, respondent) => read(respondent))
}

describe('slotReader', () => {
  it('puts one answer in its category, the nets that hold it, and any', () => {
    expect(slotsOf(relation)).toEqual([
      [0, 4],
      [1, 3, 4],
      [2, 3, 4],
      [0, 4],
      [1, 3, 4],
      [1, 3, 4],
      [],
      [0, 4],
    ])
  })

  it('puts several answers in each category, in a net once, and keeps who named none in any', () => {
    expect(slotsOf(helps)).toEqual([[], [0, 1, 3, 4], [4], [], [1, 2, 3, 4], [], [], []])
  })

  it('puts a number in any', () => {
    expect(slotsOf(hours)).toEqual([[0], [0], [0], [], [0], [0], [0], [0]])
  })

  it('puts a number in the any slot after the categories and nets of another wave', () => {
    const numbers = { kind: 'numeric', values: Float64Array.of(1), presence: Uint8Array.of(0) } as const
    expect(slotReader(relation, numbers)(0)).toEqual([4])
  })

  it('puts nobody anywhere in a question that the wave did not ask', () => {
    expect(slotsOf(theme)).toEqual([[], [], [], [], [], [], [], []])
  })

  it.each([
    ['not asked', NOT_ASKED],
    ['no answer', NO_ANSWER],
  ])('leaves out %s, for each kind of column', (_, missing) => {
    const bytes = Uint8Array.of(missing)
    expect(slotReader(relation, { kind: 'single', codes: bytes })(0)).toEqual([])
    expect(slotReader(helps, { kind: 'multiple', options: [bytes, bytes, bytes] })(0)).toEqual([])
    const numbers = { kind: 'numeric', values: Float64Array.of(0), presence: bytes } as const
    expect(slotReader(hours, numbers)(0)).toEqual([])
  })

  it('puts an answer in each of two nets that share it', () => {
    const overlapping: VariableCodes = {
      code: 'relation',
      categories: ['good', 'fair', 'poor'],
      nets: [
        { code: 'sufficient', categories: ['good', 'fair'] },
        { code: 'insufficient', categories: ['fair', 'poor'] },
      ],
    }
    const read = slotReader(overlapping, { kind: 'single', codes: Uint8Array.of(0, 1, 2) })
    expect([read(0), read(1), read(2)]).toEqual([
      [0, 3, 5],
      [1, 3, 4, 5],
      [2, 4, 5],
    ])
  })
})
