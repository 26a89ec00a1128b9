import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_ANSWER, NOT_ASKED } from '../column.ts'
import { noMoments } from '../moments.ts'
import { addPlaces } from './add-places.ts'
import { type Axis, codesAxis, membersAxis, unitsAxis } from './axis.ts'
import { layOut } from './layout.ts'

/** Codes below `categories`, and missing answers, from a seed. */
function draw(size: number, categories: number, seed: number): Uint8Array {
  let state = seed
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const drawn = Math.floor((state / 2 ** 32) * (categories + 2))
    return [NO_ANSWER, NOT_ASKED][drawn - categories] ?? drawn
  })
}

const places = (count: number, stride: number) => Array.from({ length: count }, (_, code) => code * stride)

describe('addPlaces', () => {
  // The work goes in chunks of 4,096 respondents, 16 or 4 at a time.
  it.each([
    0, 1, 3, 15, 16, 17, 150, 4095, 4096, 4097, 12_301,
  ])('counts each of %d respondents once', (size) => {
    const [a, b] = [draw(size, 5, 1), draw(size, 250, 2)]
    const weights = Float64Array.from({ length: size }, (_, i) => 1 + (i % 7) / 8)
    const moments = noMoments(5 * 250, true)
    expect(
      addPlaces(moments, [codesAxis(a, places(5, 250)), codesAxis(b, places(250, 1))], weights, size),
    ).toBe(true)
    const naive = noMoments(5 * 250, true)
    for (let i = 0; i < size; i++) {
      if (a[i]! >= NO_ANSWER || b[i]! >= NO_ANSWER) continue
      naive.respondents[a[i]! * 250 + b[i]!]! += 1
      naive.weights[a[i]! * 250 + b[i]!]! += weights[i]!
      naive.squaredWeights[a[i]! * 250 + b[i]!]! += weights[i]! ** 2
    }
    expect(moments).toEqual(naive)
  })

  it('counts as a naive loop does, over random axes', () => {
    const axis = fc.record({
      categories: fc.integer({ min: 1, max: 40 }),
      seed: fc.nat(),
      kind: fc.constantFrom('codes', 'members', 'units'),
      member: fc.nat(),
    })
    fc.assert(
      fc.property(
        fc.array(axis, { minLength: 1, maxLength: 3 }),
        fc.integer({ max: 300, min: 0 }),
        (drawn, size) => {
          const columns = drawn.map(({ categories, seed }) => draw(size, categories, seed))
          const weights = Float64Array.from({ length: size }, (_, i) => (i % 9) + 1)
          const axes: Axis[] = []
          const indexes: ((i: number) => number)[] = []
          let stride = 1
          for (const [index, { categories, kind, member }] of drawn.entries()) {
            const codes = columns[index]!
            if (kind === 'codes') {
              axes.push(codesAxis(codes, places(categories, stride)))
              const by = stride
              indexes.push((i) => (codes[i]! < categories ? codes[i]! * by : Number.NaN))
              stride *= categories
            } else if (kind === 'members') {
              const code = member % categories
              axes.push(
                membersAxis(
                  [
                    { codes, code },
                    { codes, code: NO_ANSWER },
                  ],
                  0,
                ),
              )
              indexes.push((i) => (codes[i] === code || codes[i] === NO_ANSWER ? 0 : Number.NaN))
            } else {
              const units = codes.map((one) => one % 3)
              axes.push({ fields: unitsAxis([units], 3).fields, places: places(3, stride) })
              const by = stride
              indexes.push((i) => units[i]! * by)
              stride *= 3
            }
          }
          const naive = noMoments(stride, true)
          for (let i = 0; i < size; i++) {
            const place = indexes.reduce((sum, index) => sum + index(i), 0)
            if (Number.isNaN(place)) continue
            naive.respondents[place]! += 1
            naive.weights[place]! += weights[i]!
            naive.squaredWeights[place]! += weights[i]! ** 2
          }
          const moments = noMoments(stride, true)
          addPlaces(moments, axes, weights, size)
          expect(moments).toEqual(naive)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('tells 65,536 units apart by two bytes', () => {
    const units = Uint16Array.of(0, 255, 256, 511, 65_535, 256)
    const bytes = [Uint8Array.from(units, (unit) => unit & 255), Uint8Array.from(units, (unit) => unit >> 8)]
    const moments = noMoments(65_536, false)
    addPlaces(moments, [unitsAxis(bytes, 65_536)], undefined, units.length)
    expect([0, 1, 255, 256, 511, 65_535].map((unit) => moments.respondents[unit])).toEqual([1, 0, 1, 2, 1, 1])
  })

  it('adds to what is there', () => {
    const moments = noMoments(2, false)
    const axes = [codesAxis(Uint8Array.of(0, 1, 1), [0, 1])]
    addPlaces(moments, axes, undefined, 3)
    addPlaces(moments, axes, undefined, 3)
    expect([...moments.respondents]).toEqual([2, 4])
  })

  it('counts nothing where the axes are too many bits together', () => {
    const codes = draw(10, 126, 1)
    const axes = [1, 2, 3].map(() => codesAxis(codes, places(126, 0)))
    const moments = noMoments(1, false)
    expect(addPlaces(moments, axes, undefined, 10)).toBe(false)
    expect([...moments.respondents]).toEqual([0])
  })
})

describe('layOut', () => {
  it('fills a lane of eight bits before the next', () => {
    const axis = (categories: number) => codesAxis(Uint8Array.of(0), places(categories, 1))
    const { lanes, bits, joint } = layOut([axis(6), axis(14), axis(2), axis(250)])
    expect(lanes.map(({ shift, fields }) => [shift, fields.map((field) => field.shift)])).toEqual([
      [0, [0, 3]],
      [7, [0]],
      [9, [0]],
    ])
    expect(bits).toBe(17)
    expect(joint[1]!.slice(0, 3)).toEqual([0, 8, 16])
  })
})
