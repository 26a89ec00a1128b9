import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type KnownOfNumbers, pinnedValues } from './numbers-of-group.ts'

const oneToTen = Array.from({ length: 10 }, (_, index) => index + 1)
const times = (value: number, count: number) => Array.from({ length: count }, () => value)

describe('pinnedValues', () => {
  it('finds that all gave the same extreme answer, however many they are', () => {
    expect(pinnedValues(times(10, 5), oneToTen, 'MEAN')).toEqual([10])
    expect(pinnedValues(times(10, 500), oneToTen, 'MEAN')).toEqual([10])
    expect(pinnedValues(times(1, 500), oneToTen, 'MEAN')).toEqual([1])
  })

  it('finds that all gave the same answer between only by a spread of zero', () => {
    expect(pinnedValues(times(7, 20), oneToTen, 'MEAN')).toEqual([])
    expect(pinnedValues(times(7, 20), oneToTen, 'MEAN_AND_SPREAD')).toEqual([7])
  })

  it('finds who is one below the top', () => {
    expect(pinnedValues([...times(10, 30), 9], oneToTen, 'MEAN')).toEqual([9, 10])
  })

  it('decides a group of five from 1 to 10', () => {
    expect(pinnedValues([3, 5, 6, 8, 10], oneToTen, 'MEAN')).toEqual([])
    expect(pinnedValues([3, 5, 6, 8, 10], oneToTen, 'MEAN_AND_SPREAD')).toEqual([])
    expect(pinnedValues([1, 1, 1, 1, 10], oneToTen, 'MEAN_AND_SPREAD')).toEqual([1, 10])
    expect(pinnedValues([1, 1, 1, 1, 10], oneToTen, 'MEAN')).toEqual([])
  })

  it('decides a large group by a few replacements', () => {
    expect(pinnedValues([...times(4, 40), ...oneToTen], oneToTen, 'MEAN_AND_SPREAD')).toEqual([])
  })

  it('takes for known what it does not look through', () => {
    const percentages = Array.from({ length: 101 }, (_, index) => index)
    expect(pinnedValues([20, 50, 80], percentages, 'MEAN_AND_SPREAD')).toEqual([20, 50, 80])
    expect(pinnedValues([20, 50, 80], percentages, 'MEAN')).toEqual([])
  })
})

it('agrees with all groups of the same size and totals', () => {
  const group = fc.record({
    values: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 7 }),
    known: fc.constantFrom<KnownOfNumbers>('MEAN', 'MEAN_AND_SPREAD'),
  })
  const allowed = [1, 2, 3, 4, 5, 6]
  fc.assert(
    fc.property(group, ({ values, known }) => {
      const same = groupsOf(allowed, values.length).filter(
        (other) =>
          add(other) === add(values) &&
          (known === 'MEAN' ||
            add(other.map((value) => value ** 2)) === add(values.map((value) => value ** 2))),
      )
      const number = (of: readonly number[], value: number) => of.filter((one) => one === value).length
      const pinned = allowed.filter(
        (value) =>
          values.includes(value) && same.every((other) => number(other, value) === number(values, value)),
      )
      expect(pinnedValues(values, allowed, known)).toEqual(pinned)
    }),
  )
})

/** All groups of a size, each in ascending order. */
function groupsOf(allowed: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  return groupsOf(allowed, size - 1).flatMap((group) =>
    allowed.filter((value) => value >= (group.at(-1) ?? 0)).map((value) => [...group, value]),
  )
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
