import type { WaveData } from '@peo/tabulation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { people, single, smallWave } from '../testing/small-wave.ts'
import { anonymise } from './anonymise.ts'
import { type AnonymousAnswers, WITHHELD_ANSWER } from './anonymous-answers.ts'
import type { PublishedGroup } from './answer-links.ts'
import { inOrder, randomRespondents } from './testing/random-respondents.ts'

const background = ['sector', 'area', 'job']
const k = 5

/** Every group of one background variable that has k respondents, shown for every question. */
function singleGroups(data: WaveData): PublishedGroup[] {
  const sets = background.flatMap((variable) => {
    const column = data.columns.get(variable)
    if (column?.kind !== 'single') return []
    return data.variables
      .get(variable)!
      .categories.map((_, category) =>
        [...column.codes.keys()].filter((row) => column.codes[row] === category),
      )
  })
  const shown = sets.filter(({ length }) => length >= k)
  return ['joy', 'causes', 'only', 'next'].flatMap((question) =>
    shown.map((members) => ({ question, members })),
  )
}

/** An answer as the tables tell of it: whatever the cause, no answer is one. */
const toldOf = (code: number) => Math.min(code, 250)

/** Whether, by the tables, each row (first) may be that of each respondent (second). */
function possible(
  answers: AnonymousAnswers,
  data: WaveData,
  published: readonly PublishedGroup[],
): boolean[][] {
  const rows = [...Array(data.size).keys()]
  const may = rows.map(() => rows.map(() => true))
  for (const { variable, option, codes } of answers.columns) {
    const column = data.columns.get(variable)
    if (column?.kind !== 'single' && column?.kind !== 'multiple') continue
    const original =
      column.kind === 'single'
        ? column.codes
        : column.options[data.variables.get(variable)!.categories.indexOf(option!)]!
    for (const { question, members } of published) {
      if (question !== variable) continue
      const inside = new Set(members)
      for (const row of rows.filter((one) => codes[one] !== WITHHELD_ANSWER)) {
        const gave = rows.filter((one) => toldOf(original[one]!) === toldOf(codes[row]!))
        const gaveInside = gave.filter((one) => inside.has(one)).length
        for (const respondent of rows) {
          const excluded = inside.has(respondent) ? gaveInside === 0 : gaveInside === gave.length
          if (excluded) may[row]![respondent] = false
        }
      }
    }
  }
  return may
}

test('next to the tables, every row may be of k respondents of its class, and every respondent have k rows', () => {
  let narrowed = 0
  fc.assert(
    fc.property(randomRespondents, (data) => {
      const published = singleGroups(data)
      const answers = anonymise(data, { ...inOrder(data, k), published })
      if (answers === undefined) return
      const may = possible(answers, data, published)
      const said = answers.columns.filter(({ variable }) => [...background, 'weight'].includes(variable))
      const rows = [...Array(data.size).keys()]
      const alike = (a: number, b: number) => said.every(({ codes }) => codes[a] === codes[b])
      for (const row of rows) {
        const mates = rows.filter((other) => alike(row, other))
        expect(mates.filter((respondent) => may[row]![respondent]).length).toBeGreaterThanOrEqual(k)
        expect(mates.filter((other) => may[other]![row]).length).toBeGreaterThanOrEqual(k)
        if (mates.some((respondent) => !may[row]![respondent])) narrowed++
      }
    }),
    { numRuns: 150 },
  )
  // Tables that exclude nobody would prove nothing.
  expect(narrowed).toBeGreaterThan(20)
})

/** Of each sector and each area six respondents, three of each together. */
const quarters = ['1', '2'].flatMap((inSector) =>
  ['x', 'y'].flatMap((inArea) =>
    people(3, {
      sector: inSector,
      area: inArea,
      joy: inSector === '1' ? 'a' : 'b',
      ease: inArea === 'x' ? 'a' : 'b',
    }),
  ),
)
const sides = [single('sector', ['1', '2']), single('area', ['x', 'y'])]
const ease = single('ease', ['a', 'b'])
const ofSector1 = { question: 'joy', members: [0, 1, 2, 3, 4, 5] }
const ofAreaX = { question: 'ease', members: [0, 1, 2, 6, 7, 8] }
const plain = { sensitive: [], weight: null }

test('what the tables would make too fine together with an answer is not said', () => {
  const data = smallWave([...sides, ease], quarters)
  const said = (published: readonly PublishedGroup[]) =>
    anonymise(data, { ...inOrder(data, k), ...plain, published })!.report.background.map(
      ({ detail }) => detail,
    )
  expect(said([])).toEqual(['AS_ANSWERED', 'NOT_SAID'])
  // All of area x said a, and no other: of the six of a sector, an answer leaves three.
  expect(said([ofAreaX])).toEqual(['NOT_SAID', 'AS_ANSWERED'])
})

test('a question that even without background tells whose row it is, is left out', () => {
  const data = smallWave([...sides, single('joy', ['a', 'b']), ease], quarters)
  const answers = anonymise(data, { ...inOrder(data, k), ...plain, published: [ofSector1, ofAreaX] })!
  expect(answers.report.leftOut).toEqual([{ variable: 'joy', reason: 'TELLS_WHO' }])
  expect(answers.columns.map(({ variable }) => variable)).toEqual(['ease'])
})
