import { describe, expect, it } from 'vitest'
import type { ReleasePlan } from './release-plan.ts'
import { planOf } from './testing/plan.ts'
import { multiple, people, single, smallWave } from './testing/small-wave.ts'

const ruimte = single('ruimte', ['ja', 'nee'])
const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte'],
  breakdowns: [['sector']],
}

/** The families of a plan that withhold something. */
const withholding = ({ withheld }: ReleasePlan) =>
  Object.fromEntries(Object.entries(withheld).filter(([, keys]) => keys.length > 0))

/** What is withheld of ruimte by sector when each sector has so many respondents. */
function withheldSectors(
  sizes: Readonly<Record<string, number>>,
  options: { nets?: Readonly<Record<string, readonly string[]>>; missing?: number; k?: number } = {},
) {
  const sector = single('sector', Object.keys(sizes), options.nets)
  const respondents = Object.entries(sizes).flatMap(([code, size]) =>
    people(size, { sector: code, ruimte: 'ja' }),
  )
  const data = smallWave(
    [sector, ruimte],
    [...respondents, ...people(options.missing ?? 0, { ruimte: 'ja' })],
  )
  const plan = planOf(data, { ...policy, minimumGroupSize: options.k ?? 5 })
  return plan.withheld['ruimte|sector'] ?? []
}

describe('a question by one background variable', () => {
  it.each<[string, Parameters<typeof withheldSectors>, string[]]>([
    ['nothing of groups of k and more', [{ a: 5, b: 6, c: 20 }], []],
    ['the next smallest with a lone small group', [{ a: 4, b: 30, c: 9, d: 12 }], ['a', 'c']],
    ['the next smallest with a lone empty group', [{ a: 0, b: 30, c: 9, d: 12 }], ['a', 'c']],
    ['a third with two groups that add up below k', [{ a: 2, b: 30, c: 2, d: 12 }], ['a', 'c', 'd']],
    ['no third with two groups that add up to k', [{ a: 3, b: 30, c: 2, d: 12 }], ['a', 'c']],
    ['a third with a small and an empty group', [{ a: 3, b: 0, c: 20, d: 12 }], ['a', 'b', 'd']],
    ['groups below a k that staff set higher', [{ a: 9, b: 30, c: 12, d: 12 }, { k: 10 }], ['a', 'c']],
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
    ['everything when there are fewer than k people', [{ a: 2, b: 1 }], ['a', 'b', '*']],
  ])('withholds %s', (_, [sizes, options], expected) => {
    expect(withheldSectors(sizes, options)).toEqual(expected)
  })

  it('counts those who answered the question, not those who were asked', () => {
    const data = smallWave(
      [single('sector', ['a', 'b', 'c']), ruimte],
      [
        ...people(4, { sector: 'a', ruimte: 'ja' }),
        ...people(10, { sector: 'a' }),
        ...people(20, { sector: 'b', ruimte: 'nee' }),
        ...people(30, { sector: 'c', ruimte: 'nee' }),
      ],
    )
    expect(withholding(planOf(data, policy))).toEqual({ 'ruimte|sector': ['a', 'b'] })
  })

  it('withholds a question that fewer than k answered', () => {
    const data = smallWave(
      [single('sector', ['a', 'b']), ruimte],
      [
        ...people(4, { sector: 'a', ruimte: 'ja' }),
        ...people(20, { sector: 'b' }),
        ...people(9, { sector: 'a' }),
      ],
    )
    expect(withholding(planOf(data, policy))).toEqual({
      'ruimte|': [''],
      'ruimte|sector': ['a', 'b', '*'],
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
        ...people(20, { ruimte: 'nee', regels: ['privacy'] }),
        ...people(3, { ruimte: 'nee', regels: [] }),
      ],
    )
    expect(withholding(planOf(data, questions))).toEqual({ 'ruimte|regels': ['privacy'] })
  })

  it('withholds an option that a few named, which no other option gives away', () => {
    const data = smallWave(
      [ruimte, regels],
      [
        ...people(20, { ruimte: 'ja', regels: [] }),
        ...people(20, { ruimte: 'nee', regels: ['privacy'] }),
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
        ...people(20, { ruimte: 'ja', uren: 'gelijk' }),
        ...people(15, { ruimte: 'nee', uren: 'meer' }),
      ],
    )
    const plan = planOf(data, { ...questions, questions: ['ruimte', 'uren'] })
    expect(withholding(plan)).toEqual({ 'ruimte|uren': ['minder', 'meer'] })
  })
})

describe('the plan', () => {
  const data = smallWave([single('sector', ['a']), ruimte], people(9, { sector: 'a', ruimte: 'ja' }))

  it('is the policy with what is withheld, and survives JSON', () => {
    const plan = planOf(data, policy)
    expect(plan).toEqual({
      ...policy,
      wave: data.wave,
      withheld: { '|sector': [], 'ruimte|': [], 'ruimte|sector': [] },
      withheldWeighted: { '|sector': [], 'ruimte|': [], 'ruimte|sector': [] },
    })
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
  })

  it.each([4, 0, -5, Number.NaN])('takes no k of %s', (minimumGroupSize) => {
    expect(() => planOf(data, { ...policy, minimumGroupSize })).toThrow(
      new RangeError(`minimum group size ${minimumGroupSize} is below 5`),
    )
  })
})
