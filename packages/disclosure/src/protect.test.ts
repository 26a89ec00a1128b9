import { tabulate } from '@peo/tabulation'
import { describe, expect, it } from 'vitest'
import { protect } from './protect.ts'
import type { CellFigure } from './protected.ts'
import { askCrosstab, crosstabRequest, saysOf } from './testing/ask.ts'
import { planOf, withheldKeys } from './testing/plan.ts'
import { sectorPlan, sectorPolicy, sectorWave } from './testing/sector-wave.ts'
import { divided, people, single, smallWave } from './testing/small-wave.ts'

const percents = (cell: CellFigure) => [cell.columnPercent, cell.rowPercent, cell.totalPercent]
const near = (value: number) => expect.closeTo(value, 10)

describe('a question by background', () => {
  const table = askCrosstab(sectorWave, sectorPlan, { rows: 'ruimte', columns: ['sector'] })

  it('gives every figure of a group that is shown, and no number of one that is withheld', () => {
    expect(table.cells.slice(0, 4)).toEqual([
      {
        status: 'VALUE',
        categories: ['ja', 'a'],
        count: 9,
        base: 12,
        effectiveBase: 12,
        columnPercent: 75,
        rowPercent: near((9 / 19) * 100),
        totalPercent: near((9 / 41) * 100),
        // R: binom.test(9, 12)$conf.int
        interval: { low: expect.closeTo(42.81415, 5), high: expect.closeTo(94.51394, 5) },
        higherThan: [],
      },
      {
        status: 'VALUE',
        categories: ['ja', 'b'],
        count: 2,
        base: 6,
        effectiveBase: 6,
        columnPercent: near(100 / 3),
        rowPercent: near((2 / 19) * 100),
        totalPercent: near((2 / 41) * 100),
        // R: binom.test(2, 6)$conf.int
        interval: { low: expect.closeTo(4.32719, 5), high: expect.closeTo(77.72219, 5) },
        higherThan: [],
      },
      { status: 'WITHHELD', categories: ['ja', 'c'] },
      { status: 'WITHHELD', categories: ['ja', 'd'] },
    ])
  })

  it('lists categories, then nets, and says what the table is', () => {
    expect({ ...table, cells: [], statistics: null }).toEqual({
      kind: 'crosstab',
      waves: ['peo-2022'],
      dimensions: [
        { role: 'ROW', variable: 'ruimte', codes: ['ja', 'nee'], categoryCount: 2 },
        { role: 'COLUMN', variable: 'sector', codes: ['a', 'b', 'c', 'd', 'net:cd'], categoryCount: 4 },
      ],
      cells: [],
      base: 41,
      statistics: null,
      weighted: false,
      confidenceLevel: 0.95,
    })
  })

  it('gives weighted counts and percentages on the number of respondents', () => {
    const weighted = { rows: 'ruimte', columns: ['sector'], weighted: true }
    const { cells, base } = askCrosstab(sectorWave, sectorPlan, weighted)
    expect(base).toBe(41)
    expect(saysOf(cells, (cell) => [cell.count, cell.base, ...percents(cell)])).toEqual({
      'ja/a': [18, 12, near((18 / 24) * 100), near((18 / 23) * 100), near((18 / 38.5) * 100)],
      'ja/b': [1, 6, near((1 / 3) * 100), near((1 / 23) * 100), near((1 / 38.5) * 100)],
      'ja/c': 'WITHHELD',
      'ja/d': 'WITHHELD',
      'ja/net:cd': [4, 23, near((4 / 11.5) * 100), near((4 / 23) * 100), near((4 / 38.5) * 100)],
      'nee/a': [6, 12, near((6 / 24) * 100), near((6 / 15.5) * 100), near((6 / 38.5) * 100)],
      'nee/b': [2, 6, near((2 / 3) * 100), near((2 / 15.5) * 100), near((2 / 38.5) * 100)],
      'nee/c': 'WITHHELD',
      'nee/d': 'WITHHELD',
      'nee/net:cd': [7.5, 23, near((7.5 / 11.5) * 100), near((7.5 / 15.5) * 100), near((7.5 / 38.5) * 100)],
    })
  })
})

describe('background by a question', () => {
  it('withholds the same groups where they are rows', () => {
    const { cells, base } = askCrosstab(sectorWave, sectorPlan, { rows: 'sector', columns: ['ruimte'] })
    expect(base).toBe(41)
    expect(saysOf(cells, (cell) => [cell.count, cell.base, ...percents(cell)])).toEqual({
      'a/ja': [9, 19, near((9 / 19) * 100), 75, near((9 / 41) * 100)],
      'a/nee': [3, 22, near((3 / 22) * 100), 25, near((3 / 41) * 100)],
      'b/ja': [2, 19, near((2 / 19) * 100), near((2 / 6) * 100), near((2 / 41) * 100)],
      'b/nee': [4, 22, near((4 / 22) * 100), near((4 / 6) * 100), near((4 / 41) * 100)],
      'c/ja': 'WITHHELD',
      'c/nee': 'WITHHELD',
      'd/ja': 'WITHHELD',
      'd/nee': 'WITHHELD',
      'net:cd/ja': [8, 19, near((8 / 19) * 100), near((8 / 23) * 100), near((8 / 41) * 100)],
      'net:cd/nee': [15, 22, near((15 / 22) * 100), near((15 / 23) * 100), near((15 / 41) * 100)],
    })
  })

  it('shows an answer that nobody gave as a column of nothing', () => {
    const data = smallWave(
      [single('sector', ['a']), single('ruimte', ['ja', 'nee', 'soms'])],
      divided(9, 'ruimte', { sector: 'a' }),
    )
    const plan = planOf(data, { ...sectorPolicy, questions: ['ruimte'] })
    expect(askCrosstab(data, plan, { rows: 'sector', columns: ['ruimte'] }).cells[2]).toEqual({
      ...{ status: 'VALUE', categories: ['a', 'soms'], count: 0, base: 0, effectiveBase: null },
      ...{ columnPercent: null, rowPercent: 0, totalPercent: 0, interval: null, higherThan: [] },
    })
  })
})

describe('where everyone is withheld, because a few did not say their sector', () => {
  const data = smallWave(
    [single('sector', ['a', 'b', 'c']), single('ruimte', ['ja', 'nee'])],
    [
      ...divided(10, 'ruimte', { sector: 'a' }),
      ...people(15, { sector: 'b', ruimte: 'ja' }),
      ...people(5, { sector: 'b', ruimte: 'nee' }),
      ...people(6, { sector: 'c', ruimte: 'ja' }),
      ...people(24, { sector: 'c', ruimte: 'nee' }),
      ...people(2, { ruimte: 'ja' }),
    ],
  )
  const plan = planOf(data, { ...sectorPolicy, questions: ['ruimte'] })

  it('gives no base and no percentage of a total that is withheld', () => {
    expect(withheldKeys(plan, 'ruimte|sector')).toEqual(['a', '*'])
    const { cells, base } = askCrosstab(data, plan, { rows: 'ruimte', columns: ['sector'] })
    expect(base).toBeNull()
    expect(saysOf(cells, (cell) => [cell.count, ...percents(cell)])).toEqual({
      'ja/a': 'WITHHELD',
      'ja/b': [15, 75, null, null],
      'ja/c': [6, 20, null, null],
      'nee/a': 'WITHHELD',
      'nee/b': [5, 25, null, null],
      'nee/c': [24, 80, null, null],
    })
  })

  it('gives nothing where that total is the base of each column', () => {
    const { cells, base } = askCrosstab(data, plan, { rows: 'sector', columns: ['ruimte'] })
    expect(base).toBeNull()
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['WITHHELD']))
  })
})

describe('a question by another', () => {
  const sizes: readonly (readonly [string, string, number])[] = [
    ...([
      ['ja', 'minder', 1],
      ['ja', 'gelijk', 8],
      ['ja', 'meer', 12],
      ['ja', 'veel', 10],
    ] as const),
    ...([
      ['nee', 'minder', 1],
      ['nee', 'gelijk', 0],
      ['nee', 'meer', 1],
      ['nee', 'veel', 1],
    ] as const),
    ...([
      ['soms', 'minder', 0],
      ['soms', 'gelijk', 2],
      ['soms', 'meer', 2],
      ['soms', 'veel', 1],
    ] as const),
    ...([
      ['vaak', 'minder', 1],
      ['vaak', 'gelijk', 5],
      ['vaak', 'meer', 9],
      ['vaak', 'veel', 9],
    ] as const),
  ]
  const data = smallWave(
    [single('ruimte', ['ja', 'nee', 'soms', 'vaak']), single('uren', ['minder', 'gelijk', 'meer', 'veel'])],
    sizes.flatMap(([ruimte, uren, size]) => people(size, { ruimte, uren })),
  )
  const plan = planOf(data, { ...sectorPolicy, breakdowns: [] })

  it('withholds small groups of either, in rows and in columns', () => {
    const { cells, base } = askCrosstab(data, plan, { rows: 'ruimte', columns: ['uren'] })
    expect(base).toBe(63)
    expect(
      Object.entries(saysOf(cells, (cell) => [cell.count, cell.base])).filter(
        ([, says]) => says !== 'WITHHELD',
      ),
    ).toEqual([
      ['ja/meer', [12, 24]],
      ['ja/veel', [10, 21]],
      ['vaak/meer', [9, 24]],
      ['vaak/veel', [9, 21]],
    ])
  })

  it('withholds the same either way round', () => {
    const one = askCrosstab(data, plan, { rows: 'ruimte', columns: ['uren'] })
    const other = askCrosstab(data, plan, { rows: 'uren', columns: ['ruimte'] })
    const turned = Object.fromEntries(
      other.cells.map((cell) => [cell.categories.toReversed().join('/'), cell.status]),
    )
    expect(Object.fromEntries(one.cells.map((cell) => [cell.categories.join('/'), cell.status]))).toEqual(
      turned,
    )
  })
})

describe('a shape that is not released', () => {
  it.each([
    ['ruimte', ['uren', 'sector']],
    ['ruimte', ['ruimte']],
    ['sector', ['sector']],
  ])('refuses %s by %s', (rows, columns) => {
    expect(protect(tabulate(sectorWave, crosstabRequest({ rows, columns })), sectorPlan)).toEqual({
      kind: 'refusal',
      code: 'BREAKDOWN_NOT_RELEASED',
      variables: [rows, ...columns],
      released: [['sector']],
    })
  })

  it('refuses it where a variable stands in the filter', () => {
    const request = crosstabRequest({
      rows: 'ruimte',
      columns: ['sector'],
      filter: [{ variable: 'uren', code: 'meer' }],
    })
    expect(protect(tabulate(sectorWave, request), sectorPlan)).toMatchObject({
      kind: 'refusal',
      variables: ['ruimte', 'sector', 'uren'],
    })
  })
})
