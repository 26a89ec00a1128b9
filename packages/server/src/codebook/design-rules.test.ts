import { expect, test } from 'vitest'
import type { CodebookDesign, CodebookVariable } from './codebook-format.ts'
import { checkCodebook } from './codebook-rules.ts'

const label = { nl: 'x', en: 'x' }
const categories = ['1', '2'].map((code) => ({ code, label }))
const variables: CodebookVariable[] = [
  { code: 'region', measurement: 'nominal', label, categories },
  { code: 'grade', measurement: 'ordinal', label, categories },
  { code: 'team', measurement: 'numeric', label },
  { code: 'causes', measurement: 'multiple', label, categories },
  { code: 'routed', measurement: 'nominal', label, categories, askedIf: { variable: 'grade', in: ['1'] } },
  { code: 'later', measurement: 'nominal', label, categories },
]

/** What is said of a wave that asked all variables but the last. */
function problems(design: CodebookDesign) {
  const asked = variables.slice(0, -1).map(({ code }) => code)
  const wave = {
    code: 'peo-1',
    title: label,
    theme: 'x',
    fieldwork: null,
    publication: null,
    responses: null,
  }
  return checkCodebook({ variables, waves: [{ ...wave, variables: asked, design }] })
}

const at = 'waves.peo-1.design'

test.each<[string, CodebookDesign, string, string]>([
  [
    'strata that are no variable',
    { strata: 'nothing', population: { 1: 10 } },
    `${at}.strata`,
    'nothing is not asked in this wave',
  ],
  ['clusters of another wave', { clusters: 'later' }, `${at}.clusters`, 'later is not asked in this wave'],
  [
    'strata that not everyone is asked',
    { strata: 'routed', population: { 1: 10, 2: 10 } },
    `${at}.strata`,
    'routed is asked of some respondents only (askedIf grade); a design takes what everyone is asked',
  ],
  [
    'clusters that not everyone is asked',
    { clusters: 'routed' },
    `${at}.clusters`,
    'routed is asked of some respondents only (askedIf grade); a design takes what everyone is asked',
  ],
  ['strata of numbers', { strata: 'team' }, `${at}.strata`, 'team is numeric; it must be nominal or ordinal'],
  [
    'clusters of several answers',
    { clusters: 'causes' },
    `${at}.clusters`,
    'causes is multiple; it must be nominal or ordinal or numeric',
  ],
  [
    'strata that are the clusters',
    { strata: 'region', clusters: 'region' },
    at,
    'region cannot be both strata and clusters',
  ],
  [
    'one population for several strata',
    { strata: 'region', population: 10 },
    `${at}.population`,
    'is one number; with strata it is a number by category of region: 1, 2',
  ],
  [
    'a population by stratum without strata',
    { clusters: 'team', population: { 1: 10 } },
    `${at}.population`,
    'is by stratum, but there are no strata; give one number',
  ],
  [
    'a stratum without a population',
    { strata: 'region', population: { 2: 10 } },
    `${at}.population`,
    'has no number for region = 1',
  ],
  [
    'a population of what is no stratum',
    { strata: 'region', population: { 1: 10, 2: 10, 3: 10 } },
    `${at}.population`,
    '3 is not a category of region',
  ],
])('%s', (_, design, path, message) => {
  expect(problems(design)).toEqual([{ path, message }])
})

test.each<[string, CodebookDesign]>([
  ['strata', { strata: 'grade' }],
  ['clusters by number', { clusters: 'team', population: 757 }],
  ['clusters by category', { clusters: 'region' }],
  ['both, with the clusters there are', { strata: 'region', clusters: 'team', population: { 2: 12, 1: 15 } }],
  ['a population alone', { population: 27 }],
])('nothing is said of a design of %s', (_, design) => {
  expect(problems(design)).toEqual([])
})
