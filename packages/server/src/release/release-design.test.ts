import type { Column } from '@peo/tabulation'
import { expect, test } from 'vitest'
import type { CodebookDesign } from '../codebook/codebook-format.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { designVariables, releaseDesign } from './release-design.ts'

const label = { nl: 'x', en: 'x' }
const codebook = (design?: CodebookDesign): ReleaseCodebook => ({
  wave: { code: 'peo-1', title: label, ...(design === undefined ? {} : { design }) },
  variables: [
    {
      code: 'region',
      measurement: 'nominal',
      label,
      categories: ['b', 'a'].map((code) => ({ code, label })),
    },
    { code: 'team', measurement: 'numeric', label },
  ],
})
const columns = new Map<string, Column>([
  ['region', { kind: 'single', codes: Uint8Array.of(1, 1, 0, 0) }],
  ['team', { kind: 'levels', levels: Float64Array.of(3, 9), codes: Uint8Array.of(0, 1, 0, 0) }],
])

test('without a design every respondent stands alone', () => {
  expect(releaseDesign(codebook(), columns, 4)).toBeUndefined()
  expect(designVariables(codebook())).toEqual([])
})

test('the population goes with its category, whatever the order', () => {
  const { strata } = releaseDesign(codebook({ strata: 'region', population: { a: 8, b: 4 } }), columns, 4)!
  // Of a come the respondents 1 and 2, of b the others.
  expect(strata).toEqual([
    { sampled: 2, fraction: 0.25 },
    { sampled: 2, fraction: 0.5 },
  ])
})

test('clusters are the units, out of one population', () => {
  const design = codebook({ clusters: 'team', population: 8 })
  expect(designVariables(design)).toEqual(['team'])
  expect(releaseDesign(design, columns, 4)).toMatchObject({
    clustered: true,
    strata: [{ sampled: 2, fraction: 0.25 }],
    unitBytes: [Uint8Array.of(0, 1, 0, 0)],
  })
})

test('a column that is missing is not passed over', () => {
  const design = codebook({ strata: 'region', clusters: 'team' })
  expect(designVariables(design)).toEqual(['region', 'team'])
  expect(() => releaseDesign(design, new Map([...columns].slice(0, 1)), 4)).toThrow(
    'the release of peo-1 has no column of team',
  )
})
