import { expect, it } from 'vitest'
import { askCrosstab, askMeans } from './testing/ask.ts'
import { sectorPlan } from './testing/sector-wave.ts'
import { numeric, people, single, smallWave } from './testing/small-wave.ts'

const data = smallWave(
  [
    single('sector', ['a', 'b']),
    { ...single('thema', ['ja', 'nee']), kind: 'not asked' },
    { ...numeric('cijfer'), kind: 'not asked' },
  ],
  people(30, { sector: 'a' }),
)

it('says of a question of another wave that it was not asked, and nothing of groups', () => {
  expect(askCrosstab(data, sectorPlan, { rows: 'thema', columns: ['sector'] })).toMatchObject({
    cells: [
      { status: 'NOT_ASKED', categories: ['ja', 'a'] },
      { status: 'NOT_ASKED', categories: ['ja', 'b'] },
      { status: 'NOT_ASKED', categories: ['nee', 'a'] },
      { status: 'NOT_ASKED', categories: ['nee', 'b'] },
    ],
    base: null,
    statistics: null,
  })
})

it('says of means of a question of another wave that it was not asked', () => {
  expect(askMeans(data, sectorPlan, { of: 'cijfer', by: ['sector'] }).groups).toEqual([
    { status: 'NOT_ASKED', categories: ['a'] },
    { status: 'NOT_ASKED', categories: ['b'] },
  ])
})
