import { expect, test } from 'vitest'
import { boundsOf } from './bounds.ts'
import { eliminate, follows } from './exact-elimination.ts'

/**
 * Of sdcTable's test-simpleheuristic (https://github.com/sdcTools/sdcTable): nine cells are suppressed, at least
 * two in each row and column; rows w and x minus columns a and c still give the cell of w and b.
 */
const table = [
  [30, 47, 64, 89],
  [90, 124, 5, 31],
  [92, 100, 59, 85],
  [800, 991, 651, 685],
]
const suppressed = ['0,0', '0,1', '0,2', '1,0', '1,2', '2,1', '2,3', '3,1', '3,3']

const cells = table.flatMap((row, r) => row.map((value, c) => ({ r, c, value })))

/** The sums that the table shows: each row, each column, and each cell that is not suppressed. */
function shown(withheld: readonly string[]) {
  const lines = [0, 1, 2, 3].flatMap((line) => [
    cells.filter(({ r }) => r === line),
    cells.filter(({ c }) => c === line),
  ])
  const single = cells.filter(({ r, c }) => !withheld.includes(`${r},${c}`)).map((cell) => [cell])
  return [...lines, ...single].map((of) => ({
    places: of.map(({ r, c }) => r * 4 + c),
    value: of.reduce((sum, { value }) => sum + value, 0),
  }))
}

const vectorOf = (places: readonly number[]) => cells.map((_, place) => Number(places.includes(place)))

/** What an attacker finds out about each suppressed cell: its value, where it follows, and its bounds. */
function attack(withheld: readonly string[]) {
  const sums = shown(withheld)
  const echelon = eliminate(sums.map(({ places }) => vectorOf(places)))
  const rows = sums.map(({ places, value }) => ({ places, low: value, high: value }))
  const places = withheld.map((cell) => Number(cell[0]) * 4 + Number(cell[2]))
  const bounds = boundsOf(
    { unknowns: cells.length, rows },
    places.map((place) => ({ places: [place] })),
  )
  return withheld.map((cell, index) => ({
    cell,
    follows: follows(echelon, vectorOf([places[index]!])),
    ...bounds[index]!,
  }))
}

test('every row and column has two cells suppressed, and one of them is 47 all the same', () => {
  const found = attack(suppressed)
  expect(found.find(({ cell }) => cell === '0,1')).toEqual({ cell: '0,1', follows: true, low: 47, high: 47 })
  expect(found.filter((one) => one.follows || one.low === one.high)).toHaveLength(1)
})

test('with one more cell suppressed, none is found', () => {
  expect(attack([...suppressed, '1,1']).filter((one) => one.follows || one.low === one.high)).toEqual([])
})

test('what is no combination does not follow', () => {
  const echelon = eliminate([
    [1, 1, 0],
    [0, 1, 1],
  ])
  expect([follows(echelon, [1, 0, -1]), follows(echelon, [1, 0, 1])]).toEqual([true, false])
})
