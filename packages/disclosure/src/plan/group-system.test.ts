import { expect, it } from 'vitest'
import { people, single, smallWave } from '../testing/small-wave.ts'
import { groupSystem, jointSystem } from './group-system.ts'
import { makeGrouping } from './make-grouping.ts'

const data = smallWave(
  [single('sector', ['a', 'b', 'c']), single('hours', ['same', 'more'])],
  [
    ...people(2, { sector: 'a', hours: 'same' }),
    ...people(1, { sector: 'a', hours: 'more' }),
    ...people(1, { sector: 'b', hours: 'more' }),
  ],
)
const bySector = makeGrouping(data, [['sector']], false)
const byHours = makeGrouping(data, [['hours']], true)
const answered = Uint8Array.of(1, 1, 1, 0)

const read = ({ groups }: ReturnType<typeof groupSystem>) =>
  groups.map(({ names, atoms, parts, size }) => ({ key: names[0]!.key, atoms, parts, size }))

it('counts those who answered, and has an atom of none for whoever could have', () => {
  const system = groupSystem(bySector, { answered })
  expect(system.sizes).toEqual([3, 0, 0])
  expect([...system.atomOf]).toEqual([0, 0, 0, -1])
  expect(read(system)).toEqual([
    { key: '', atoms: [0, 1, 2], parts: [[0, 1, 2]], size: 3 },
    { key: 'a', atoms: [0], parts: [[0]], size: 3 },
    { key: 'b', atoms: [1], parts: [[1]], size: 0 },
    { key: 'c', atoms: [2], parts: [[2]], size: 0 },
  ])
})

it('has no atom for those whom routing excludes', () => {
  const routing = { variable: 'sector', in: ['a', 'c'] }
  const groups = read(groupSystem(bySector, { answered, routing }))
  expect(groups.map(({ key, atoms }) => [key, atoms])).toEqual([
    ['', [0, 1]],
    ['a', [0]],
    ['b', []],
    ['c', [1]],
  ])
})

it('parts groups by weight, of those who answered only', () => {
  const system = groupSystem(bySector, {
    answered: new Uint8Array(4).fill(1),
    classOf: Int32Array.of(0, 1, 1, 0),
  })
  expect(system.sizes).toEqual([1, 2, 1])
  expect(read(system)).toEqual([
    { key: '', atoms: [0, 1, 2], parts: [[0, 2], [1]], size: 4 },
    { key: 'a', atoms: [0, 1], parts: [[0], [1]], size: 3 },
    { key: 'b', atoms: [2], parts: [[2]], size: 1 },
    { key: 'c', atoms: [], parts: [], size: 0 },
  ])
})

it('joins groupings: everyone once, and atoms by both', () => {
  const system = jointSystem([bySector, byHours], { answered: new Uint8Array(4).fill(1) })
  expect(system.sizes).toEqual([2, 1, 1])
  expect(read(system).map(({ key, atoms }) => [key, atoms])).toEqual([
    ['', [0, 1, 2]],
    ['a', [0, 1]],
    ['b', [2]],
    ['c', []],
    ['same', [0]],
    ['more', [1, 2]],
  ])
})
