import { sampleDesign } from '@peo/tabulation'
import { describe, expect, it } from 'vitest'
import type { ReleasePlan } from './release-plan.ts'
import { askCrosstab, saysOf } from './testing/ask.ts'
import { planOf, withheldKeys } from './testing/plan.ts'
import { multiple, people, single, smallWave, type TestAnswers } from './testing/small-wave.ts'

const variables = [
  single('sector', ['a', 'b', 'c', 'd', 'e'], { ae: ['a', 'e'] }),
  single('ruimte', ['ja', 'nee']),
  multiple('regels', ['tijd', 'geld']),
]
const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte', 'regels'],
  breakdowns: [['sector']],
}

/** Sector c has four people and is withheld, b goes with it; what they answered is up to the test. */
function waveWith(withheld: readonly TestAnswers[]) {
  return smallWave(variables, [
    ...people(19, { sector: 'a', ruimte: 'ja' }),
    ...people(1, { sector: 'a', ruimte: 'nee' }),
    ...people(4, { sector: 'd', ruimte: 'ja' }),
    ...people(36, { sector: 'd', ruimte: 'nee' }),
    ...people(10, { sector: 'e', ruimte: 'ja' }),
    ...people(10, { sector: 'e', ruimte: 'nee' }),
    ...withheld,
  ])
}

function lettersOf(data: ReturnType<typeof waveWith>, plan: ReleasePlan, shown?: readonly string[]) {
  const { cells } = askCrosstab(data, plan, {
    rows: 'ruimte',
    columns: ['sector'],
    shown: shown === undefined ? [] : [{ variable: 'sector', codes: shown }],
  })
  return saysOf(cells, ({ higherThan }) => higherThan)
}

const low = waveWith([
  ...people(4, { sector: 'c', ruimte: 'nee' }),
  ...people(1, { sector: 'b', ruimte: 'ja' }),
  ...people(15, { sector: 'b', ruimte: 'nee' }),
])
const plan = planOf(low, policy)
const expected = {
  'ja/a': ['d', 'e'],
  'ja/b': 'WITHHELD',
  'ja/c': 'WITHHELD',
  'ja/d': [],
  'ja/e': ['d'],
  'ja/net:ae': [],
  'nee/a': [],
  'nee/b': 'WITHHELD',
  'nee/c': 'WITHHELD',
  'nee/d': ['a', 'e'],
  'nee/e': ['a'],
  'nee/net:ae': [],
}

describe('the letters of a table', () => {
  it('name shown columns only, and compare no nets', () => {
    expect(withheldKeys(plan, 'ruimte|sector')).toEqual(['b', 'c'])
    expect(lettersOf(low, plan)).toEqual(expected)
  })

  it('stay the same whatever a withheld column holds', () => {
    const high = waveWith([
      ...people(9, { sector: 'c', ruimte: 'ja' }),
      ...people(90, { sector: 'b', ruimte: 'ja' }),
    ])
    expect(lettersOf(high, plan)).toEqual(expected)
  })

  it('would name the withheld columns, were they shown', () => {
    expect(lettersOf(low, { ...plan, withheld: { ...plan.withheld, 'ruimte|sector': {} } })).toMatchObject({
      'ja/a': ['b', 'c', 'd', 'e'],
    })
  })

  it('compare what the table is narrowed to', () => {
    expect(lettersOf(low, plan, ['a', 'c', 'e'])).toEqual({
      'ja/a': ['e'],
      'ja/c': 'WITHHELD',
      'ja/e': [],
      'nee/a': [],
      'nee/c': 'WITHHELD',
      'nee/e': ['a'],
    })
  })

  it('are absent where respondents stand in several columns', () => {
    const data = smallWave(variables, [
      ...people(27, { ruimte: 'ja', regels: ['tijd'] }),
      ...people(9, { ruimte: 'ja', regels: ['geld'] }),
      ...people(9, { ruimte: 'nee', regels: ['tijd'] }),
      ...people(27, { ruimte: 'nee', regels: ['geld'] }),
    ])
    const { cells } = askCrosstab(data, planOf(data, policy), { rows: 'ruimte', columns: ['regels'] })
    expect(saysOf(cells, ({ higherThan }) => higherThan)).toEqual({
      'ja/tijd': [],
      'ja/geld': [],
      'nee/tijd': [],
      'nee/geld': [],
    })
  })
})

describe('a column whose total is withheld, though a cell in it may be shown', () => {
  it('is named in no letter', () => {
    const cells = { 'p/x': 40, 'q/x': 10, 'p/y': 10, 'q/y': 45, 'p/z': 20, 'q/z': 20 }
    const data = smallWave(
      [single('sector', ['p', 'q']), single('duur', ['x', 'y', 'z'])],
      [
        ...Object.entries(cells).flatMap(([cell, size]) =>
          people(size, { sector: cell.charAt(0), duur: cell.charAt(2) }),
        ),
        ...people(2, { duur: 'y' }),
      ],
    )
    const pair = planOf(data, {
      ...policy,
      background: ['sector', 'duur'],
      questions: [],
      breakdowns: [['sector', 'duur']],
    })
    expect(withheldKeys(pair, '|sector/duur')).toEqual(['p/z', 'p/*', '*/z', '*/*'])
    const table = askCrosstab(data, pair, { rows: 'sector', columns: ['duur'] })
    expect(saysOf(table.cells, ({ higherThan }) => higherThan)).toEqual({
      'p/x': ['y'],
      'p/y': [],
      'p/z': 'WITHHELD',
      'q/x': [],
      'q/y': ['x'],
      'q/z': 'WITHHELD',
    })
  })
})

describe('the letters of a sample of clusters', () => {
  const answers = [9, 6, 2, 0, 7, 3, 4, 1].flatMap((ja, index) => [
    ...people(ja, { sector: index % 2 === 0 ? 'a' : 'b', ruimte: 'ja' }),
    ...people(10 - ja, { sector: index % 2 === 0 ? 'a' : 'b', ruimte: 'nee' }),
  ])
  const wave = smallWave(
    [single('sector', ['a', 'b']), single('ruimte', ['ja', 'nee'])],
    answers,
    answers.map(() => 1),
  )
  const schools = {
    kind: 'single' as const,
    codes: Uint8Array.from(answers, (_, index) => Math.floor(index / 20)),
  }
  const clusters = { ...wave, design: sampleDesign({ size: wave.size, clusters: schools }) }
  const letters = (data: typeof wave, weighted: boolean) =>
    saysOf(
      askCrosstab(data, planOf(wave, { ...policy, questions: ['ruimte'] }), {
        rows: 'ruimte',
        columns: ['sector'],
        weighted,
        confidenceLevel: 0.99,
      }).cells,
      ({ higherThan }) => higherThan,
    )['ja/a']

  it('follow the clusters where the table is weighted', () => {
    // Of 40 each, 22 and 10: t = 2.88 with 78 df, p = 0.005. By cluster a is ahead by 0.3, 0.2, 0.4 and 0.3 of its
    // ten: t = 7.35 with 4 - 1 - 1 df, p = 0.018.
    expect(letters(wave, true)).toEqual(['b'])
    expect(letters(clusters, false)).toEqual(['b'])
    expect(letters(clusters, true)).toEqual([])
  })
})
