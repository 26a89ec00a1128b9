import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canExchange, canExchangeBeside, type KnownOfNumbers } from './number-exchanges.ts'

const counted = (numbers: readonly number[]) =>
  new Map(numbers.map((number) => [number, numbers.filter((same) => same === number).length]))
const exchange = (value: number, one: number[], other: number[], known: KnownOfNumbers) =>
  canExchange(value, counted(one), counted(other), known)

describe('canExchange', () => {
  it('exchanges any two numbers where only the base is known', () => {
    expect(exchange(3, [3], [4], 'BASE')).toBe(true)
    expect(exchange(3, [4], [3], 'BASE')).toBe(true)
    expect(exchange(3, [3], [3], 'BASE')).toBe(false)
    expect(exchange(3, [4], [5], 'BASE')).toBe(false)
    expect(exchange(3, [3], [], 'BASE')).toBe(false)
  })

  it('exchanges two for two of the same sum where the mean is known', () => {
    expect(exchange(3, [3, 7], [4, 6], 'MEAN')).toBe(true)
    expect(exchange(3, [3, 3], [2, 4], 'MEAN')).toBe(true)
    expect(exchange(3, [3], [2, 4], 'MEAN')).toBe(false)
    expect(exchange(3, [3, 7], [5], 'MEAN')).toBe(false)
    expect(exchange(5, [3, 7], [4, 6, 5], 'MEAN')).toBe(false)
  })

  it('exchanges three for three of the same sum and squares where the spread is known as well', () => {
    expect(exchange(1, [1, 5, 6], [2, 3, 7], 'MEAN_AND_SPREAD')).toBe(true)
    expect(exchange(7, [1, 5, 6], [2, 3, 7], 'MEAN_AND_SPREAD')).toBe(true)
    expect(exchange(1, [1, 4, 4], [2, 2, 5], 'MEAN_AND_SPREAD')).toBe(true)
    expect(exchange(1, [1, 4, 4], [2, 5], 'MEAN_AND_SPREAD')).toBe(false)
    expect(exchange(3, [3, 7], [4, 6], 'MEAN_AND_SPREAD')).toBe(false)
    expect(exchange(8, [1, 5, 6, 8], [2, 3, 7], 'MEAN_AND_SPREAD')).toBe(false)
  })
})

describe('canExchangeBeside', () => {
  const beside = (value: number, ...groups: readonly (readonly number[])[]) => {
    const [one, other, third, fourth] = groups.map(counted)
    return canExchangeBeside(value, one!, other!, third!, fourth!)
  }

  it('gives two others back what an exchange takes', () => {
    expect(beside(3, [3], [5], [8], [6])).toBe(true)
    expect(beside(3, [5], [3], [6], [8])).toBe(true)
    expect(beside(3, [3], [5], [8], [7])).toBe(false)
    expect(beside(3, [3], [5], [6], [8])).toBe(false)
  })

  it('does not count an exchange that gives the number itself back', () => {
    expect(beside(3, [3], [5], [5], [3])).toBe(false)
  })
})

it('finds what trying every exchange finds', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 7 })
  const sizes = { BASE: 1, MEAN: 2, MEAN_AND_SPREAD: 3 }
  fc.assert(
    fc.property(
      fc.record({
        value: fc.integer({ min: 1, max: 7 }),
        one: numbers,
        other: numbers,
        known: fc.constantFrom<KnownOfNumbers>('BASE', 'MEAN', 'MEAN_AND_SPREAD'),
      }),
      ({ value, one, other, known }) => {
        const powers = { BASE: [], MEAN: [1], MEAN_AND_SPREAD: [1, 2] }[known]
        const isSame = (given: number[], taken: number[]) =>
          powers.every((power) => sumOf(given, power) === sumOf(taken, power)) &&
          given.filter((number) => number === value).length !==
            taken.filter((number) => number === value).length
        const found = choices(one, sizes[known]).some((given) =>
          choices(other, sizes[known]).some((taken) => isSame(given, taken)),
        )
        expect(exchange(value, one, other, known)).toBe(found)
      },
    ),
    { numRuns: 500 },
  )
})

function choices([first, ...rest]: readonly number[], size: number): number[][] {
  if (size === 0) return [[]]
  if (first === undefined) return []
  return [...choices(rest, size - 1).map((others) => [first, ...others]), ...choices(rest, size)]
}

function sumOf(numbers: readonly number[], power: number): number {
  return numbers.reduce((sum, number) => sum + number ** power, 0)
}
