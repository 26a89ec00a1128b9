import { anonymise, anonymousRows } from '@peo/disclosure'
import type { WaveData } from '@peo/tabulation'
import { expect, test } from 'vitest'
import { respondentsCsv, respondentsCsvHeader } from './respondents-csv.ts'

const codes = (code: string, categories: string[]) => [code, { code, categories, nets: [] }] as const

/** Seven respondents; nobody but the last gave the third answer. */
const data: WaveData = {
  wave: 'peo-1',
  size: 7,
  variables: new Map([
    codes('area', ['a', 'b']),
    codes('joy', ['1', '2', '3']),
    codes('causes', ['p', 'q']),
    codes('grade', []),
  ]),
  columns: new Map([
    ['area', { kind: 'single', codes: Uint8Array.of(0, 0, 0, 0, 0, 0, 0) }],
    ['joy', { kind: 'single', codes: Uint8Array.of(0, 0, 0, 0, 0, 0, 2) }],
    [
      'causes',
      {
        kind: 'multiple',
        options: [Uint8Array.of(1, 1, 1, 1, 1, 255, 254), Uint8Array.of(0, 0, 0, 0, 0, 255, 254)],
      },
    ],
    ['grade', { kind: 'levels', levels: Float64Array.of(7.5), codes: new Uint8Array(7) }],
  ]),
}

test('codes, options, numbers and what is not there', () => {
  const answers = anonymise(data, {
    minimumClassSize: 5,
    background: ['area'],
    hierarchies: {},
    sensitive: [],
    weight: 'weight',
    leftOut: [],
    published: [],
    isSafe: () => true,
    isSilent: () => true,
    areOpen: () => true,
    // Keeps the order of the respondents, and withholds the last of those alike.
    random: () => 1 - 2 ** -53,
    ids: Uint8Array.from({ length: 112 }, (_, index) => Math.floor(index / 16)),
  })!
  const variables = [
    { variable: 'area', options: null },
    { variable: 'joy', options: null },
    { variable: 'causes', options: ['p', 'q'] },
    { variable: 'grade', options: null },
    { variable: 'weight', options: null },
  ]
  const id = (digit: number) => `0${digit}`.repeat(16)
  expect(respondentsCsvHeader(variables)).toBe('respondent,area,joy,causes__p,causes__q,grade,weight\r\n')
  expect(respondentsCsv(anonymousRows(answers), variables).split('\r\n')).toEqual([
    `${id(0)},a,1,1,0,7.5,1`,
    `${id(1)},a,1,1,0,7.5,1`,
    `${id(2)},a,withheld,1,0,7.5,1`,
    `${id(3)},a,withheld,1,0,7.5,1`,
    `${id(4)},a,withheld,1,0,7.5,1`,
    `${id(5)},a,withheld,,,7.5,1`,
    `${id(6)},a,withheld,,,7.5,1`,
    '',
  ])
})
