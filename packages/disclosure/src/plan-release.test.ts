import { describe, expect, it } from 'vitest'
import type { ReleasePlan } from './release-plan.ts'
import { planOf, withheldKeys } from './testing/plan.ts'
import { divided, multiple, people, single, smallWave, type TestAnswers } from './testing/small-wave.ts'

const ruimte = single('ruimte', ['ja', 'nee'])
const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte'],
  breakdowns: [['sector']],
}

/** The families of a plan that withhold something. */
const withholding = ({ withheld }: ReleasePlan) =>
  Object.fromEntries(
    Object.entries(withheld).flatMap(([family, groups]) => {
      const keys = Object.keys(groups)
      return keys.length > 0 ? [[family, keys]] : []
    }),
  )

/** What is withheld of ruimte by sector when each sector has so many respondents. */
function withheldSectors(
  sizes: Readonly<Record<string, number>>,
  options: { nets?: Readonly<Record<string, readonly string[]>>; missing?: number; k?: number } = {},
) {
  const sector = single('sector', Object.keys(sizes), options.nets)
  const respondents = Object.entries(sizes).flatMap(([code, size]) =>
    divided(size, 'ruimte', { sector: code }),
  )
  const data = smallWave([sector, ruimte], [...respondents, ...divided(options.missing ?? 0, 'ruimte', {})])
  const plan = planOf(data, { ...policy, minimumGroupSize: options.k ?? 5 })
  return withheldKeys(plan, 'ruimte|sector')
}

describe('a question by one background variable', () => {
  it.each<[string, Parameters<typeof withheldSectors>, string[]]>([
    ['nothing of groups of k and more', [{ a: 5, b: 6, c: 20 }], []],
    ['the next smallest with a lone small group', [{ a: 4, b: 30, c: 9, d: 12 }], ['a', 'c']],
    ['the next smallest with a lone empty group', [{ a: 0, b: 30, c: 9, d: 12 }], ['a', 'c']],
    ['a third with two groups that add up below k', [{ a: 2, b: 30, c: 2, d: 12 }], ['a', 'c', 'd']],
    ['no third with two groups that add up to k', [{ a: 3, b: 30, c: 2, d: 12 }], ['a', 'c']],
    ['a third with a small and an empty group', [{ a: 3, b: 0, c: 20, d: 12 }], ['a', 'b', 'd']],
    ['groups below a k that staff set higher', [{ a: 9, b: 30, c: 12, d: 12 }, { k: 10 }], ['a', 'd']],
    ['the other member of a net', [{ a: 3, b: 20, c: 9, d: 10 }, { nets: { ab: ['a', 'b'] } }], ['a', 'b']],
    [
      'a category rather than the net that holds others',
      [{ a: 3, b: 30, c: 10, d: 10 }, { nets: { cd: ['c', 'd'] } }],
      ['a', 'b'],
    ],
    [
      'a net whose members are small together',
      [{ a: 2, b: 2, c: 9, d: 10 }, { nets: { ab: ['a', 'b'] } }],
      ['a', 'b', 'c', 'net:ab'],
    ],
    [
      'a group and everyone, when few did not say their sector',
      [{ a: 10, b: 20, c: 30 }, { missing: 2 }],
      ['a', '*'],
    ],
    ['nothing when k people did not say their sector', [{ a: 10, b: 20, c: 30 }, { missing: 5 }], []],
    ['everything when there are fewer than k people', [{ a: 2, b: 1 }], ['*', 'a', 'b']],
  ])('withholds %s', (_, [sizes, options], expected) => {
    expect(withheldSectors(sizes, options)).toEqual(expected)
  })

  it('counts those who answered the question, not those who were asked', () => {
    const data = smallWave(
      [single('sector', ['a', 'b', 'c']), ruimte],
      [
        ...divided(4, 'ruimte', { sector: 'a' }),
        ...people(10, { sector: 'a' }),
        ...divided(20, 'ruimte', { sector: 'b' }),
        ...divided(30, 'ruimte', { sector: 'c' }),
      ],
    )
    expect(withholding(planOf(data, policy))).toEqual({ 'ruimte|sector': ['a', 'b'] })
  })

  it('withholds a question that fewer than k answered', () => {
    const data = smallWave(
      [single('sector', ['a', 'b']), ruimte],
      [
        ...divided(4, 'ruimte', { sector: 'a' }),
        ...people(20, { sector: 'b' }),
        ...people(9, { sector: 'a' }),
      ],
    )
    expect(withholding(planOf(data, policy))).toEqual({
      'ruimte|': [''],
      'ruimte|sector': ['*', 'a', 'b'],
    })
  })
})

describe('a declared pair', () => {
  const pair = { ...policy, background: ['sector', 'duur'], breakdowns: [['sector', 'duur']], questions: [] }
  const waveOf = (cells: Readonly<Record<string, number>>) =>
    smallWave(
      [single('sector', ['a', 'b', 'c']), single('duur', ['kort', 'lang'])],
      Object.entries(cells).flatMap(([cell, size]) => {
        const [sector = '', duur = ''] = cell.split('/')
        return people(size, { sector, duur })
      }),
    )

  it('closes the rectangle around a small cell, so that its margins may stay', () => {
    const data = waveOf({ 'a/kort': 3, 'a/lang': 20, 'b/kort': 9, 'b/lang': 8, 'c/kort': 30, 'c/lang': 31 })
    expect(withholding(planOf(data, pair))).toEqual({
      '|sector/duur': ['a/kort', 'a/lang', 'b/kort', 'b/lang'],
    })
  })

  it('withholds cells rather than margins', () => {
    const data = waveOf({ 'a/kort': 0, 'a/lang': 9, 'b/kort': 10, 'b/lang': 4, 'c/kort': 30, 'c/lang': 14 })
    expect(withholding(planOf(data, pair))).toEqual({
      '|sector/duur': ['a/kort', 'a/lang', 'b/kort', 'b/lang', 'c/kort', 'c/lang'],
    })
  })

  it('withholds a margin that is small, and its cells', () => {
    const data = waveOf({ 'a/kort': 2, 'a/lang': 1, 'b/kort': 9, 'b/lang': 8, 'c/kort': 30, 'c/lang': 31 })
    expect(withholding(planOf(data, pair))).toEqual({
      '|sector/duur': ['a/kort', 'a/lang', 'a/*', 'b/kort', 'b/lang', 'b/*'],
    })
  })
})

describe('routing', () => {
  it('leaves a category that was never asked without company', () => {
    const oorzaak = {
      ...single('oorzaak', ['regels', 'tijd']),
      askedIf: { variable: 'sector', in: ['a', 'b'] },
    }
    const data = smallWave(
      [single('sector', ['a', 'b', 'c']), oorzaak],
      [
        ...people(12, { sector: 'a', oorzaak: 'regels' }),
        ...people(3, { sector: 'a', oorzaak: 'tijd' }),
        ...people(2, { sector: 'b', oorzaak: 'regels' }),
        ...people(9, { sector: 'b', oorzaak: 'tijd' }),
        ...people(20, { sector: 'c' }),
      ],
    )
    const plan = planOf(data, { ...policy, questions: ['oorzaak'] })
    expect(withholding(plan)).toEqual({ 'oorzaak|sector': ['c'] })
  })
})

describe('a question by another', () => {
  const regels = multiple('regels', ['privacy', 'tijd'])
  const questions = { ...policy, questions: ['ruimte', 'regels'], breakdowns: [] }

  it('withholds an option that all but a few named', () => {
    const data = smallWave(
      [ruimte, regels],
      [
        ...people(20, { ruimte: 'ja', regels: ['privacy', 'tijd'] }),
        ...people(2, { ruimte: 'ja', regels: [] }),
        ...people(5, { ruimte: 'nee', regels: ['privacy', 'tijd'] }),
        ...people(15, { ruimte: 'nee', regels: ['privacy'] }),
        ...people(1, { ruimte: 'nee', regels: [] }),
      ],
    )
    expect(withholding(planOf(data, questions))).toEqual({ 'ruimte|regels': ['privacy'] })
  })

  it('withholds an option that a few named, which no other option gives away', () => {
    const data = smallWave(
      [ruimte, regels],
      [
        ...people(20, { ruimte: 'ja', regels: [] }),
        ...divided(20, 'ruimte', { regels: ['privacy'] }),
        ...people(3, { ruimte: 'nee', regels: ['tijd'] }),
      ],
    )
    expect(withholding(planOf(data, questions))).toEqual({ 'ruimte|regels': ['tijd'] })
  })

  it('protects the answers to either as groups', () => {
    const uren = single('uren', ['minder', 'gelijk', 'meer'])
    const data = smallWave(
      [ruimte, uren],
      [
        ...people(1, { ruimte: 'ja', uren: 'minder' }),
        ...divided(20, 'ruimte', { uren: 'gelijk' }),
        ...divided(15, 'ruimte', { uren: 'meer' }),
      ],
    )
    const plan = planOf(data, { ...questions, questions: ['ruimte', 'uren'] })
    expect(withholding(plan)).toEqual({ 'ruimte|uren': ['minder', 'meer'] })
  })
})

describe('several breakdowns together', () => {
  const waveOf = (cells: readonly (readonly [number, TestAnswers])[]) =>
    smallWave(
      [single('sector', ['a', 'b', 'c']), single('organisatie', ['p', 'q', 'r', 's']), ruimte],
      cells.flatMap(([size, answers]) => divided(size, 'ruimte', answers)),
    )
  const nested = {
    ...policy,
    background: ['sector', 'organisatie'],
    breakdowns: [['sector'], ['organisatie']],
  }

  it('withhold what is left of a sector beside an organisation within it', () => {
    const data = waveOf([
      [6, { sector: 'a', organisatie: 'p' }],
      [3, { sector: 'a' }],
      [20, { sector: 'b', organisatie: 'q' }],
      [9, { sector: 'b', organisatie: 'r' }],
      [12, { sector: 'c', organisatie: 's' }],
    ])
    expect(withholding(planOf(data, nested))).toEqual({
      '|organisatie': ['p', '*'],
      'ruimte|organisatie': ['p', '*'],
    })
  })

  it('withhold by another breakdown what together gives a small group away', () => {
    const data = waveOf([
      [6, { sector: 'a', organisatie: 'p' }],
      [4, { sector: 'a', organisatie: 'q' }],
      [9, { sector: 'b', organisatie: 'r' }],
      [12, { sector: 'c', organisatie: 's' }],
    ])
    const plan = planOf(data, nested)
    expect(plan.withheld['ruimte|organisatie']).toEqual({ p: 'PROTECTS_ANOTHER', q: 'BELOW_MINIMUM' })
    expect(Object.keys(plan.withheld['ruimte|sector'] ?? {})).toEqual([])
  })
})

describe('what follows from several tables', () => {
  it('keeps from readers what all who answered minus a net would tell: that total follows from the sectors', () => {
    const stand = single('stand', ['1', '2', '3', '4'], { laag: ['1', '2'] })
    const data = smallWave(
      [single('sector', ['a', 'b']), stand, ruimte],
      [
        ...people(3, { sector: 'a', stand: '1', ruimte: 'ja' }),
        ...people(7, { sector: 'a', stand: '1', ruimte: 'nee' }),
        ...people(4, { sector: 'b', stand: '2', ruimte: 'ja' }),
        ...people(6, { sector: 'b', stand: '2', ruimte: 'nee' }),
        ...people(3, { sector: 'a', stand: '3', ruimte: 'nee' }),
        ...people(6, { sector: 'b', stand: '4', ruimte: 'nee' }),
      ],
    )
    const plan = planOf(data, { ...policy, questions: ['ruimte', 'stand'] })
    expect(withheldKeys(plan, 'ruimte|')).toEqual([])
    expect(withheldKeys(plan, 'ruimte|stand')).toEqual(expect.arrayContaining(['3', '4', 'net:laag']))
  })

  it('withholds of a question what is withheld of the one that leads to it: its base is a count of that', () => {
    const vervolg = { ...single('vervolg', ['x', 'y']), askedIf: { variable: 'ruimte', in: ['ja'] } }
    const yes = (count: number, sector: string) =>
      divided(count, 'vervolg', { sector, ruimte: 'ja' }).map((answers) => ({
        ...answers,
        vervolg: answers.vervolg === 'ja' ? 'x' : 'y',
      }))
    const data = smallWave(
      [single('sector', ['a', 'b', 'c', 'd']), ruimte, vervolg],
      [
        ...[...yes(14, 'a'), ...people(6, { sector: 'a', ruimte: 'nee' })],
        ...[...yes(12, 'b'), ...people(8, { sector: 'b', ruimte: 'nee' })],
        ...[...yes(9, 'c'), ...people(11, { sector: 'c', ruimte: 'nee' })],
        ...yes(7, 'd'),
      ],
    )
    const { withheld } = planOf(data, { ...policy, questions: ['ruimte', 'vervolg'] })
    expect(withheld['ruimte|sector']).toEqual({ d: 'UNANIMOUS', c: 'PROTECTS_ANOTHER' })
    expect(withheld['vervolg|sector']).toEqual({ d: 'PROTECTS_ANOTHER', c: 'PROTECTS_ANOTHER' })
  })
})

describe('the plan', () => {
  const data = smallWave([single('sector', ['a']), ruimte], divided(9, 'ruimte', { sector: 'a' }))

  it('is the policy with what is withheld, and survives JSON', () => {
    const plan = planOf(data, policy)
    expect(plan).toEqual({
      ...policy,
      wave: data.wave,
      withheld: { '|sector': {}, 'ruimte|': {}, 'ruimte|sector': {} },
      withheldWeighted: { '|sector': {}, 'ruimte|': {}, 'ruimte|sector': {} },
      spreadWithheld: [],
    })
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  it.each([4, 0, -5, Number.NaN])('takes no k of %s', (minimumGroupSize) => {
    expect(() => planOf(data, { ...policy, minimumGroupSize })).toThrow(
      new RangeError(`minimum group size ${minimumGroupSize} is below 5`),
    )
  })
})
