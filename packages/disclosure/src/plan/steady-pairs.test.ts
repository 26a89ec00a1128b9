import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactSpan } from '../testing/exact-span.ts'
import { people, single, smallWave, type TestAnswers } from '../testing/small-wave.ts'
import { type GroupReasons, reasonOf, withReason } from './group-reasons.ts'
import type { Grouping } from './grouping.ts'
import { kindsOf as shownKinds } from './kinds.ts'
import { makeGrouping } from './make-grouping.ts'
import { foursAlike, pairedByFours } from './paired-by-fours.ts'
import { areLinked } from './paired-kinds.ts'
import { steadyPairs } from './steady-pairs.ts'

const variables = [
  single('sector', ['a', 'b']),
  single('area', ['city', 'coast']),
  single('hours', ['fewer', 'same', 'more'], { notMore: ['fewer', 'same'] }),
]

/** The tables by sector and area, and those by hours. */
function tablesOf(respondents: readonly TestAnswers[]) {
  const data = smallWave(variables, respondents)
  return {
    one: makeGrouping(data, [['sector'], ['area']], false),
    other: makeGrouping(data, [['hours']], true),
    answered: new Uint8Array(respondents.length).fill(1),
  }
}

const nothing: GroupReasons = new Map()

const evenly = ['a', 'b'].flatMap((sector) =>
  ['fewer', 'same', 'more'].flatMap((hours) => people(5, { sector, area: 'city', hours })),
)

it('is steady where five of each hours can be paired in a sector', () => {
  const { one, other, answered } = tablesOf(evenly)
  expect(steadyPairs({ answered }, nothing, nothing, 5)(one, other)).toBe(true)
  expect(steadyPairs({ answered }, nothing, nothing, 11)(one, other)).toBe(false)
})

it('is not where few gave an answer, or where hours are those of a sector', () => {
  const few = [...people(9, { sector: 'a', hours: 'same' }), ...people(4, { sector: 'a', hours: 'more' })]
  const apart = [...people(9, { sector: 'a', hours: 'same' }), ...people(9, { sector: 'b', hours: 'more' })]
  for (const respondents of [few, apart]) {
    const { one, other, answered } = tablesOf(respondents)
    expect(steadyPairs({ answered }, nothing, nothing, 5)(one, other)).toBe(false)
  }
})

it('is not where pairs are of different weight', () => {
  const { one, other, answered } = tablesOf(evenly)
  const classOf = Int32Array.from(evenly, (_, respondent) => respondent % 2)
  expect(steadyPairs({ answered, classOf }, nothing, nothing, 5)(one, other)).toBe(false)
})

it('is not where a group is unanimous, or where everyone is withheld', () => {
  const { one, other, answered } = tablesOf(evenly)
  for (const [group, reason] of [
    [one.groups[1]!, 'UNANIMOUS'],
    [one.groups[0]!, 'PROTECTS_ANOTHER'],
  ] as const) {
    const withheld = withReason(nothing, [group], reason)
    expect(steadyPairs({ answered }, withheld, withheld, 5)(one, other)).toBe(false)
  }
})

/** Up to 30 respondents; answers lean to some, so that some tables are steady and some groups small. */
const someRespondents = fc
  .array(
    fc.record({
      sector: fc.constantFrom('a', 'a', 'b'),
      area: fc.constantFrom('city', 'city', 'coast'),
      hours: fc.constantFrom('fewer', 'fewer', 'same', 'same', 'more', undefined),
    }),
    { minLength: 8, maxLength: 30 },
  )
  .map((all) => all.map(({ hours, ...rest }): TestAnswers => ({ ...rest, ...(hours && { hours }) })))

/** Per kind of respondent, how many there are; and each shown group, with 1 for the kinds in it. */
function kindsOf(groupings: readonly Grouping[], answered: Uint8Array, withheld: GroupReasons) {
  const kinds = new Map<string, { places: readonly (readonly number[])[]; size: number }>()
  for (const respondent of groupings[0]!.patternOf.keys()) {
    if (answered[respondent] === 0) continue
    const places = groupings.map(({ patterns, patternOf }) => patterns[patternOf[respondent]!]!.groups)
    const key = JSON.stringify(places)
    kinds.set(key, { places, size: (kinds.get(key)?.size ?? 0) + 1 })
  }
  const all = [...kinds.values()]
  const shown = groupings.map(({ groups }, side) =>
    groups.flatMap((group, place) =>
      reasonOf(withheld, group) === undefined
        ? [all.map(({ places }) => Number(places[side]!.includes(place)))]
        : [],
    ),
  )
  return { sizes: all.map(({ size }) => size), shown }
}

/** Fewer than k who follow from what is shown of both groupings, and not from the first alone. */
function helpedBy(groupings: readonly Grouping[], answered: Uint8Array, withheld: GroupReasons, k: number) {
  const { sizes, shown } = kindsOf(groupings, answered, withheld)
  const followsAlone = exactSpan(shown[0]!, sizes.length)
  const follows = exactSpan(shown.flat(), sizes.length)
  const unions = Array.from({ length: 2 ** sizes.length - 1 }, (_, bits) =>
    sizes.map((_, kind) => ((bits + 1) >> kind) & 1),
  )
  return unions.find((union) => {
    const size = union.reduce((sum, one, kind) => sum + one * sizes[kind]!, 0)
    return size < k && follows(union) && !followsAlone(union)
  })
}

/** Whether fours alone show it, as they do within groupings of many groups. */
function isSteadyByFours(
  [one, other]: readonly [Grouping, Grouping],
  answered: Uint8Array,
  withheld: GroupReasons,
  k: number,
) {
  const isShown = ({ groups }: Grouping) => groups.map((group) => reasonOf(withheld, group) === undefined)
  const members = Int32Array.from(one.patternOf.keys()).filter((respondent) => answered[respondent] === 1)
  const kinds = shownKinds(other, isShown(other))!
  const own = members.map((respondent) => kinds.kindOf[other.patternOf[respondent]!]!)
  return areLinked(kinds, pairedByFours(foursAlike(one, isShown(one), members), own, kinds, k), k)
}

it('is steady by fours where no two are alike', () => {
  const crossed = ['a', 'b'].flatMap((sector) =>
    ['city', 'coast'].flatMap((area) =>
      people(6, { sector, area, leads: (sector === 'a') === (area === 'city') ? 'yes' : 'no' }),
    ),
  )
  const more = people(6, { sector: 'b', area: 'city', leads: 'yes' })
  for (const [respondents, isSteady] of [
    [crossed, false],
    [[...crossed, ...more], true],
  ] as const) {
    const data = smallWave([...variables, single('leads', ['yes', 'no'])], respondents)
    const one = makeGrouping(data, [['sector'], ['area']], false)
    const answered = new Uint8Array(respondents.length).fill(1)
    expect(isSteadyByFours([one, makeGrouping(data, [['leads']], true)], answered, nothing, 5)).toBe(isSteady)
  }
})

it('is steady only where no fewer than k follow from both that do not follow from the first', () => {
  const wave = fc.record({
    respondents: someRespondents,
    k: fc.integer({ min: 2, max: 5 }),
    silent: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
    withheld: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  })
  fc.assert(
    fc.property(wave, ({ respondents, k, silent, withheld: choice }) => {
      const { one, other, answered } = tablesOf(respondents)
      for (const respondent of silent) answered[respondent] = 0
      const groups = [...one.groups.slice(1), ...other.groups.slice(1)]
      const withheld = withReason(
        nothing,
        groups.filter((_, place) => choice[place]),
        'PROTECTS_ANOTHER',
      )
      const isSteady = steadyPairs({ answered }, withheld, withheld, k)
      for (const pair of [
        [one, other],
        [other, one],
      ] as const) {
        if (isSteady(...pair) || isSteadyByFours(pair, answered, withheld, k))
          expect(helpedBy(pair, answered, withheld, k)).toBeUndefined()
      }
    }),
    { numRuns: 500 },
  )
})
