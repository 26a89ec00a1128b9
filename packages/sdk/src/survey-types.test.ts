import { expect, test } from 'vitest'
import { surveyTypes } from './survey-types.ts'

test('a survey is written with its codes, labels beside them, whatever the labels hold', () => {
  const written = surveyTypes({
    waves: [
      { code: 'peo-1', title: 'Eerste' },
      { code: 'peo-2', title: 'Tweede */' },
    ],
    variables: [
      {
        code: 'ruimte',
        label: "Ruimte voor 'relatie'\n*/ evil()",
        measurement: 'ORDINAL',
        categories: [{ code: '1', label: 'veel "echt"' }],
        nets: [{ code: 'genoeg', label: "z\\o'n", categories: ['1'] }],
      },
      { code: 'cijfer-1', label: 'Cijfer', measurement: 'NUMERIC', categories: [], nets: [] },
    ],
  })
  expect(
    written,
  ).toBe(`/** The survey of a PEO results service. Generated from its codebook: do not change it here. */
export interface PeoSurvey {
  /** peo-1: Eerste. peo-2: Tweede * /. */
  waves: 'peo-1' | 'peo-2'
  variables: {
    /** Ruimte voor 'relatie' * / evil() */
    ruimte: {
      measurement: 'ORDINAL'
      categories: {
        /** veel "echt" */
        '1': 'veel "echt"'
        /** z\\o'n */
        'net:genoeg': 'z\\\\o\\'n'
      }
    }
    /** Cijfer */
    'cijfer-1': {
      measurement: 'NUMERIC'
      categories: {
      }
    }
  }
}

/** The codes of its variables, each with its label. */
export const variables = {
  /** Ruimte voor 'relatie' * / evil() */
  ruimte: 'ruimte',
  /** Cijfer */
  'cijfer-1': 'cijfer-1',
} as const
`)
})

test('a survey without waves has none to name', () => {
  expect(surveyTypes({ waves: [], variables: [] })).toContain('waves: never')
})
