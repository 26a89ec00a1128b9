import { describe, expect, it } from 'vitest'
import { cubeIndex, cubeShape, walkCube } from './cube.ts'
import { dimensionOf } from './dimension.ts'
import { helps, relation, sector } from './testing/example-wave.ts'

const sides = [sector, relation, helps].map((variable) => dimensionOf(variable, undefined, 'COLUMN'))

describe('cube', () => {
  it('is row-major over the slots of each dimension, any included', () => {
    expect(cubeShape(sides)).toEqual({ strides: [25, 5, 1], size: 75 })
  })

  it('numbers the last dimension fastest, and any last in each', () => {
    const shape = cubeShape(sides)
    expect(cubeIndex(shape, [0, 0, 0])).toBe(0)
    expect(cubeIndex(shape, [0, 0, 4])).toBe(4)
    expect(cubeIndex(shape, [0, 1, 0])).toBe(5)
    expect(cubeIndex(shape, [1, 3, 2])).toBe(42)
    expect(cubeIndex(shape, [2, 4, 4])).toBe(74)
  })

  it('has one place without dimensions, visited by everyone', () => {
    const shape = cubeShape([])
    const visits: number[][] = []
    walkCube(Uint32Array.of(0, 1, 2), shape, [], (index, respondent) => visits.push([index, respondent]))
    expect(shape).toEqual({ strides: [], size: 1 })
    expect(cubeIndex(shape, [])).toBe(0)
    expect(visits).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
    ])
  })

  it('visits each combination of slots of a respondent once, and nobody who lacks a slot on one side', () => {
    const first = [[0, 2], [1, 2], []]
    const second = [[1, 3, 4], [], [0, 4]]
    const visits: number[][] = []
    walkCube(
      Uint32Array.of(0, 1, 2),
      cubeShape(sides.slice(0, 2)),
      [(respondent) => first[respondent]!, (respondent) => second[respondent]!],
      (index, respondent) => visits.push([index, respondent]),
    )
    expect(visits).toEqual([
      [1, 0],
      [3, 0],
      [4, 0],
      [11, 0],
      [13, 0],
      [14, 0],
    ])
  })
})
