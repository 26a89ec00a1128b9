import type { tabulate } from '@peo/tabulation'
import { expect, expectTypeOf, test } from 'vitest'
import { numeric, people, single, smallWave } from '../testing/small-wave.ts'
import { anonymise } from './anonymise.ts'
import type { AnonymousAnswers } from './anonymous-answers.ts'
import { anonymousRows } from './anonymous-rows.ts'
import { inOrder } from './testing/random-respondents.ts'

const sector = single('sector', ['1', '2'])
const area = single('area', ['a', 'b', 'c', 'd', 'e'])
const joy = single('joy', ['ja', 'nee', 'soms'])

/** So many respondents of an area, who say ja and nee in turn. */
const inArea = (count: number, code: string) =>
  Array.from({ length: count }, (_, index) => ({ area: code, joy: index % 2 === 0 ? 'ja' : 'nee' }))

function anonymised(...[variables, rows, weights]: Parameters<typeof smallWave>): AnonymousAnswers {
  const data = smallWave(variables, rows, weights)
  const weight = weights === undefined ? null : 'weight'
  const answers = anonymise(data, { ...inOrder(data, 5), sensitive: ['joy'], weight })
  if (answers === undefined) throw new Error('nothing may be shown')
  return answers
}

test('an area that is too small is said at the level that is large enough', () => {
  const answers = anonymised([area, joy], [...inArea(5, 'a'), ...inArea(2, 'b'), ...inArea(6, 'c')])
  expect(answers.report).toEqual({
    respondents: 13,
    minimumClassSize: 5,
    classes: 2,
    smallestClass: 6,
    background: [{ variable: 'area', detail: 'LEVEL', level: 'part', withheld: 0 }],
    withheldAnswers: [],
    weights: null,
    leftOut: [],
    // Two of the five areas in each of these groups: 0.4, of one variable beside the weight.
    loss: 0.2,
    lossByDiversity: 0,
  })
  expect(
    answers.columns.map(({ variable, answers: said, codes }) => ({ variable, said, codes: codes.join('') })),
  ).toEqual([
    { variable: 'area', said: ['west', 'east', 'far'], codes: '0000000111111' },
    { variable: 'joy', said: ['ja', 'nee', 'soms'], codes: '0101001010101' },
  ])
})

test('a few who stand alone do not say it, so that the others can say it finely', () => {
  const answers = anonymised(
    [area, joy],
    [...inArea(20, 'a'), ...inArea(20, 'c'), ...inArea(3, 'b'), ...inArea(3, 'd')],
  )
  expect(answers.report.background).toEqual([
    { variable: 'area', detail: 'AS_ANSWERED', level: null, withheld: 6 },
  ])
  expect(answers.report).toMatchObject({ classes: 3, smallestClass: 6, loss: 0.0652 })
})

test('where all who are alike gave the same answer to a sensitive question, they are said to be alike with others', () => {
  const rows = [...people(5, { sector: '1', joy: 'ja' }), ...people(5, { sector: '2', joy: 'nee' })]
  const answers = anonymised([sector, joy], rows)
  expect(answers.report).toMatchObject({
    background: [{ variable: 'sector', detail: 'NOT_SAID' }],
    loss: 0.5,
    lossByDiversity: 0.5,
  })
  const withoutDiversity = smallWave([sector, joy], rows)
  const plain = anonymise(withoutDiversity, { ...inOrder(withoutDiversity, 5), sensitive: [], weight: null })
  expect(plain?.report).toMatchObject({
    background: [{ detail: 'AS_ANSWERED' }],
    loss: 0,
    lossByDiversity: 0,
  })
})

test('a sensitive question to which everyone gave the same answer is left out, as is what the caller names', () => {
  const data = smallWave([joy, numeric('grade')], people(6, { joy: 'ja', grade: 7 }))
  const leftOut = [{ variable: 'remark', reason: 'NOT_REVIEWED' as const }]
  const answers = anonymise(data, { ...inOrder(data, 5), sensitive: ['joy'], weight: null, leftOut })
  expect(answers?.report.leftOut).toEqual([...leftOut, { variable: 'joy', reason: 'NOT_DIVERSE' }])
  expect(answers?.columns.map(({ variable }) => variable)).toEqual(['grade'])
})

test('an answer of one respondent is withheld with four of the most common, and a gap is seen', () => {
  const rows = [{ joy: 'soms' }, ...people(10, { joy: 'ja' }), ...people(6, { joy: 'nee' }), {}]
  const answers = anonymised([joy], rows)
  expect(answers.report.withheldAnswers).toEqual([{ variable: 'joy', rows: 5 }])
  const shown = anonymousRows(answers).map((row) => row.answers[0]!)
  const count = (test: (answer: (typeof shown)[number]) => boolean) => shown.filter(test).length
  expect(count(({ status }) => status === 'WITHHELD')).toBe(5)
  expect(count(({ status }) => status === 'NO_ANSWER')).toBe(1)
  expect(count(({ categories }) => categories[0] === 'ja')).toBe(6)
  expect(count(({ categories }) => categories[0] === 'nee')).toBe(6)
})

test('classes that the caller refuses become coarser, down to no background at all', () => {
  const data = smallWave(
    [sector, joy],
    [
      ...inArea(6, 'a').map((row) => ({ ...row, sector: '1' })),
      ...inArea(6, 'a').map((row) => ({ ...row, sector: '2' })),
    ],
  )
  const seen: number[][] = []
  const isSafe = (classes: readonly (readonly number[])[]) => {
    seen.push(classes.map(({ length }) => length))
    return classes.length === 1
  }
  const answers = anonymise(data, { ...inOrder(data, 5), weight: null, isSafe })
  expect(seen).toEqual([[6, 6], [12]])
  expect(answers?.report.background).toEqual([
    { variable: 'sector', detail: 'NOT_SAID', level: null, withheld: 0 },
  ])
  expect(anonymise(data, { ...inOrder(data, 5), weight: null, isSafe: () => false })).toBeUndefined()
})

test('weights are as few as classes carry', () => {
  const weights = [...Array(6).fill(0.5), ...Array(6).fill(1.5)]
  const answers = anonymised([joy], inArea(12, 'a'), weights)
  expect(answers.report.weights).toEqual({ different: 2, loss: 0 })
  expect(anonymousRows(answers).map((row) => row.answers[1]?.value)).toEqual(weights)
})

/** A generator of 32-bit numbers; source: mulberry32 of Tommy Ettinger. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

test('the place of a row says nothing of the place of the respondent; ids are the bytes given', () => {
  const rows = [...people(5, { joy: 'ja' }), ...people(5, { joy: 'nee' })]
  const data = smallWave([joy], rows)
  const ids = Uint8Array.from({ length: 160 }, (_, index) => index)
  const firsts = Array.from({ length: 10 }, () => 0)
  const runs = 1000
  for (let seed = 0; seed < runs; seed++) {
    const answers = anonymise(data, { ...inOrder(data, 5), weight: null, random: seeded(seed), ids })!
    anonymousRows(answers).forEach((row, place) => {
      if (row.answers[0]?.categories[0] === 'ja') firsts[place]!++
    })
    expect(anonymousRows(answers)[1]?.id).toBe('101112131415161718191a1b1c1d1e1f')
  }
  // Of each place half, within four standard deviations: sqrt(1000 / 4) is 15.8.
  for (const count of firsts) expect(Math.abs(count - runs / 2)).toBeLessThan(64)
})

test('only anonymise makes anonymised answers', () => {
  expectTypeOf<ReturnType<typeof tabulate>>().not.toExtend<AnonymousAnswers>()
  expectTypeOf<Omit<AnonymousAnswers, 'passed'>>().not.toExtend<AnonymousAnswers>()
})
