import { expect, test } from 'vitest'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { Answers } from '../import/answers.ts'
import { designProblems } from './design-problems.ts'

/** Two teams in the north; in the south one team of two, and one respondent. */
const rows = [
  { region: 'north', team: 1 },
  { region: 'north', team: 1 },
  { region: 'north', team: 2 },
  { region: 'south', team: 1 },
  { region: 'south', team: 1 },
]
const lonely = [...rows, { region: 'west', team: 3 }]

test.each<[string, CodebookDesign, readonly Answers[], string[]]>([
  [
    'answers that are missing',
    { strata: 'region', clusters: 'team' },
    [...rows, {}, { team: 3 }],
    [
      '2 of 7 respondents have no region; fill it in, or leave it out of the design',
      '1 of 7 respondents have no team; fill it in, or leave it out of the design',
    ],
  ],
  [
    'a stratum of one respondent',
    { strata: 'region' },
    lonely,
    [
      'region = west has one respondent, so its spread is unknown; put it in another category of region, with its population, or leave region out of the design',
    ],
  ],
  [
    'a stratum of one cluster',
    { strata: 'region', clusters: 'team' },
    rows,
    [
      'region = south has one cluster (team), so its spread is unknown; put it in another category of region, with its population, or leave region out of the design',
    ],
  ],
  [
    'one cluster',
    { clusters: 'team' },
    rows.slice(0, 2),
    ['the wave has one cluster (team), so its spread is unknown; leave the design out of the wave'],
  ],
  [
    'a population below the sample',
    { strata: 'region', population: { north: 2, south: 2 } },
    rows,
    ['the population of region = north is 2, but 3 were sampled; count every respondent there is'],
  ],
  [
    'two populations below the sample, in any order',
    { strata: 'region', population: { north: 2, south: 1 } },
    rows.toReversed(),
    [
      'the population of region = north is 2, but 3 were sampled; count every respondent there is',
      'the population of region = south is 1, but 2 were sampled; count every respondent there is',
    ],
  ],
  [
    'fewer clusters than were sampled',
    { clusters: 'team', population: 1 },
    rows,
    ['the population of the wave is 1, but 2 were sampled; count every cluster (team) there is'],
  ],
])('%s', (_, design, answers, problems) => {
  expect(designProblems(design, answers)).toEqual(problems)
})

test.each<[string, CodebookDesign]>([
  ['strata', { strata: 'region' }],
  ['clusters, whole teams of them', { clusters: 'team', population: 2 }],
  ['a population as large as the sample', { strata: 'region', population: { north: 3, south: 2 } }],
  ['strata where nobody is', { strata: 'region', population: { north: 3, south: 2, west: 1 } }],
])('nothing is said of %s', (_, design) => {
  expect(designProblems(design, rows)).toEqual([])
})

test('one respondent without a design is no problem', () => {
  expect(designProblems(undefined, rows.slice(0, 1))).toEqual([])
  expect(designProblems({ population: 5 }, rows.slice(0, 1))).toEqual([
    'the wave has one respondent, so its spread is unknown; leave the design out of the wave',
  ])
})
