import { expect, test } from 'vitest'
import { people, single, smallWave } from '../testing/small-wave.ts'
import { safeClasses } from './safe-classes.ts'
import { publishedGroups, shownGroups } from './shown-groups.ts'

const sector = single('sector', ['1', '2', '3'])
const joy = single('joy', ['ja', 'nee'])
/** Eight respondents of sector 1, seven of 2 and three of 3; one of sector 1 does not answer. */
const data = smallWave(
  [sector, joy],
  [
    ...people(4, { sector: '1', joy: 'ja' }),
    ...people(3, { sector: '1', joy: 'nee' }),
    { sector: '1' },
    ...people(7, { sector: '2', joy: 'ja' }),
    ...people(3, { sector: '3', joy: 'nee' }),
  ],
)
const small = { 2: 'PROTECTS_ANOTHER', 3: 'BELOW_MINIMUM' } as const
const plan = {
  wave: 'peo-2022',
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['joy'],
  breakdowns: [['sector']],
  withheld: { '|sector': small, 'joy|': {}, 'joy|sector': small },
  withheldWeighted: {},
}
const shown = shownGroups(data, plan)
const isSafe = safeClasses(data, shown, 5)
/** Classes of so many respondents each, in order. */
const classes = (...sizes: number[]) => {
  let next = 0
  return sizes.map((size) => Array.from({ length: size }, () => next++))
}

test('classes from which less than k follows are not safe', () => {
  expect(isSafe(classes(18))).toBe(true)
  expect(isSafe(classes(8, 10))).toBe(true)
  // Sector 1 is shown: nine less its eight is one.
  expect(isSafe(classes(9, 9))).toBe(false)
  expect(isSafe(classes(8, 7, 3))).toBe(false)
})

test('what is too small among those who answered is not safe either', () => {
  // The first three, and the five others of sector 1, of whom four answered.
  const split = [
    [0, 1, 2, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
    [3, 4, 5, 6, 7],
  ]
  expect(isSafe(split)).toBe(false)
})

test('a question that fewer than k answered says nothing of the classes', () => {
  const few = smallWave(
    [sector, joy],
    [...people(10, { sector: '1' }), ...people(4, { sector: '1', joy: 'ja' })],
  )
  const withheld = {
    '|sector': small,
    'joy|': { '': 'BELOW_MINIMUM' },
    'joy|sector': { 1: 'BELOW_MINIMUM', ...small },
  } as const
  const isSafeOf = safeClasses(few, shownGroups(few, { ...plan, withheld }), 5)
  expect(isSafeOf(classes(14))).toBe(true)
  expect(isSafeOf(classes(7, 7))).toBe(true)
})

test('the groups of a question are those the tables show, and whom they leave', () => {
  const rows = [...Array(18).keys()]
  expect(publishedGroups(shown)).toEqual([
    { question: 'joy', members: rows.slice(0, 8) },
    { question: 'joy', members: rows.slice(8) },
  ])
})

test('classes that unite shown groups are safe without working out what follows, however many', () => {
  const codes = Array.from({ length: 250 }, (_, index) => String(index))
  const large = smallWave(
    [single('sector', codes)],
    codes.flatMap((code) => people(20, { sector: code })),
  )
  const nothing = { ...plan, questions: [], withheld: { '|sector': {} } }
  const isSafeOf = safeClasses(large, shownGroups(large, nothing), 5)
  const groups = (size: number) =>
    Array.from({ length: 5000 / size }, (_, index) =>
      Array.from({ length: size }, (_, at) => index * size + at),
    )
  expect(isSafeOf(groups(20))).toBe(true)
  expect(isSafeOf(groups(40))).toBe(true)
  // Half a sector is no shown group; that is worked out, until it has been often enough.
  const halves = Array.from({ length: 4 }, () => isSafeOf(groups(10)))
  expect(halves).toEqual([...Array(3).fill(true), false])
  expect(isSafeOf(groups(20))).toBe(true)
})
