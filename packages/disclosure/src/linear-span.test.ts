import { describe, expect, it } from 'vitest'
import { follows, smallSetFollows, spanOf } from './linear-span.ts'

describe('follows', () => {
  it('finds a set that is a difference of published ones', () => {
    const span = spanOf(
      [
        [0, 1, 2],
        [1, 2],
      ],
      [3, 4, 5],
    )
    expect(follows([0], span, 3)).toBe(true)
    expect(follows([1], span, 3)).toBe(false)
    expect(follows([], span, 3)).toBe(true)
  })

  it('finds a set that takes a division: half of the three pairs together', () => {
    const span = spanOf(
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
      [1, 1, 1],
    )
    expect(follows([0], span, 3)).toBe(true)
  })
})

describe('smallSetFollows', () => {
  it('finds a union of atoms none of which follows by itself', () => {
    const sizes = [2, 2, 9]
    const span = spanOf([[0, 1, 2], [2]], sizes)
    expect(follows([0], span, 3)).toBe(false)
    expect(smallSetFollows(span, sizes, 5)).toBe(true)
    expect(smallSetFollows(span, sizes, 4)).toBe(false)
  })

  it('finds a set that takes several rows of the basis', () => {
    const sizes = [1, 1, 1, 20]
    const span = spanOf([[0, 1, 3], [2, 3], [3]], sizes)
    expect(smallSetFollows(span, sizes, 2)).toBe(true)
    expect(
      smallSetFollows(
        spanOf(
          [
            [0, 1, 3],
            [2, 3],
          ],
          sizes,
        ),
        sizes,
        5,
      ),
    ).toBe(false)
  })

  it('finds nothing where only a set with a negative part would be small', () => {
    const sizes = [4, 6, 5]
    const span = spanOf(
      [
        [0, 1],
        [1, 2],
      ],
      sizes,
    )
    expect(smallSetFollows(span, sizes, 5)).toBe(false)
  })

  it('judges hundreds of small atoms at once, as a large k makes them', () => {
    const sizes = Array.from({ length: 150 }, () => 1)
    const options = Array.from({ length: 12 }, (_, option) =>
      sizes.flatMap((_, atom) => ((atom * 37 + atom * atom) % (option + 3) < 2 ? [atom] : [])),
    )
    expect(smallSetFollows(spanOf(options, sizes), sizes, 20)).toBe(false)
  })
})
