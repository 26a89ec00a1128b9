import { describe, expect, it } from 'vitest'
import type { ReleasePlan } from './release-plan.ts'
import { askCrosstab } from './testing/ask.ts'
import { planOf, withheldKeys } from './testing/plan.ts'
import { sectorPlan, sectorWave } from './testing/sector-wave.ts'
import { divided, people, single, smallWave } from './testing/small-wave.ts'

const bySector = askCrosstab(sectorWave, sectorPlan, { rows: 'ruimte', columns: ['sector'] })
const filtered = (code: string) =>
  askCrosstab(sectorWave, sectorPlan, { rows: 'ruimte', filter: [{ variable: 'sector', code }] })

describe('a filter', () => {
  it.each(['a', 'b', 'net:cd'])('on %s gives the column of that group', (code) => {
    const column = bySector.cells.filter(({ categories }) => categories[1] === code)
    const { cells, base, dimensions } = filtered(code)
    expect(dimensions).toEqual([{ role: 'ROW', variable: 'ruimte', codes: ['ja', 'nee'], categoryCount: 2 }])
    expect(cells).toEqual(
      column.map((cell) => {
        if (cell.status !== 'VALUE') throw new Error('shown above')
        const share = cell.columnPercent
        return {
          ...cell,
          categories: [cell.categories[0]],
          rowPercent: 100,
          totalPercent: share,
          higherThan: [],
        }
      }),
    )
    expect(base).toBe({ a: 12, b: 6, 'net:cd': 23 }[code])
  })

  it.each(['c', 'd'])('on the withheld group %s gives nothing', (code) => {
    const { cells, base, statistics } = filtered(code)
    expect(cells).toEqual([
      { status: 'WITHHELD', categories: ['ja'] },
      { status: 'WITHHELD', categories: ['nee'] },
    ])
    expect(base).toBeNull()
    expect(statistics).toEqual({ test: null, cramersV: null, effectiveBase: null, designEffect: null })
  })

  it('on a category that only another wave has gives what was not asked, not a neighbouring group', () => {
    expect(filtered('e')).toMatchObject({
      cells: [
        { status: 'NOT_ASKED', categories: ['ja'] },
        { status: 'NOT_ASKED', categories: ['nee'] },
      ],
      base: null,
      statistics: null,
    })
  })

  it('on two background variables gives a group of their declared pair', () => {
    const data = smallWave(
      [single('sector', ['a', 'b']), single('duur', ['kort', 'lang']), single('ruimte', ['ja', 'nee'])],
      [
        ...people(6, { sector: 'a', duur: 'kort', ruimte: 'ja' }),
        ...people(2, { sector: 'a', duur: 'kort', ruimte: 'nee' }),
        ...people(1, { sector: 'a', duur: 'lang', ruimte: 'ja' }),
        ...people(8, { sector: 'a', duur: 'lang', ruimte: 'nee' }),
        ...divided(7, 'ruimte', { sector: 'b', duur: 'kort' }),
        ...divided(20, 'ruimte', { sector: 'b', duur: 'lang' }),
      ],
    )
    const plan = planOf(data, {
      minimumGroupSize: 8,
      background: ['sector', 'duur'],
      questions: ['ruimte'],
      breakdowns: [['sector', 'duur']],
    })
    const of = (sector: string, duur: string) =>
      askCrosstab(data, plan, {
        rows: 'ruimte',
        filter: [
          { variable: 'duur', code: duur },
          { variable: 'sector', code: sector },
        ],
      })
    for (const family of ['|sector/duur', 'ruimte|sector/duur']) {
      expect(withheldKeys(plan, family)).toEqual(['a/kort', 'a/lang', 'b/kort', 'b/lang'])
    }
    expect(of('b', 'lang').base).toBeNull()
    const open: ReleasePlan = { ...plan, withheld: { 'ruimte|sector/duur': { 'b/kort': 'BELOW_MINIMUM' } } }
    const shown = askCrosstab(data, open, {
      rows: 'ruimte',
      columns: ['duur'],
      filter: [{ variable: 'sector', code: 'a' }],
    })
    expect(shown.cells.map((cell) => (cell.status === 'VALUE' ? cell.count : cell.status))).toEqual([
      6, 1, 2, 8,
    ])
  })
})

describe('narrowing to some groups', () => {
  const narrowed = askCrosstab(sectorWave, sectorPlan, {
    rows: 'ruimte',
    columns: ['sector'],
    shown: [{ variable: 'sector', codes: ['net:cd', 'c', 'b'] }],
  })

  it('leaves the figures as they are in the whole table', () => {
    expect(narrowed.dimensions[1]).toEqual({
      role: 'COLUMN',
      variable: 'sector',
      codes: ['b', 'c', 'net:cd'],
      categoryCount: 2,
    })
    expect(narrowed.cells).toEqual(
      bySector.cells.filter(({ categories }) => ['b', 'c', 'net:cd'].includes(categories[1]!)),
    )
    expect(narrowed.base).toBe(41)
  })

  it('to groups of which this wave has none leaves the base of the whole table', () => {
    const none = askCrosstab(sectorWave, sectorPlan, {
      rows: 'ruimte',
      columns: ['sector'],
      shown: [{ variable: 'sector', codes: ['e'] }],
    })
    expect(none).toMatchObject({ cells: [], base: 41, statistics: { test: null, effectiveBase: 41 } })
  })
})
