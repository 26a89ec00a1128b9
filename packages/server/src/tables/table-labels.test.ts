import { expect, test } from 'vitest'
import type { ReleaseCodebook, ReleasedVariable } from '../release/release-codebook.ts'
import { tableLabels } from './table-labels.ts'
import { variableRegistry } from './variable-registry.ts'

const text = (nl: string, en: string) => ({ nl, en })

function wave(
  code: string,
  title: string,
  variable: Partial<ReleasedVariable>,
): { codebook: ReleaseCodebook } {
  const space = { code: 'space', measurement: 'ordinal' as const, label: text('Ruimte', 'Space') }
  return { codebook: { wave: { code, title: text(title, title) }, variables: [{ ...space, ...variable }] } }
}

const much = { code: '1', label: text('veel', 'much') }
const some = { code: '2', label: text('wat', 'some') }
const first = wave('peo-1', 'First', { categories: [much, some] })
const second = wave('peo-2', 'Second', {
  label: text('Speelruimte', 'Leeway'),
  categories: [{ ...much, label: text('heel veel', 'very much') }],
  nets: [{ code: 'any', label: text('enige', 'any'), categories: ['1'] }],
})
const releases = [first, second]
const variables = variableRegistry(releases as Parameters<typeof variableRegistry>[0])

test.each([
  [
    'nl',
    ['Meting', 'Speelruimte'],
    ['heel veel', 'wat', 'enige'],
    'De vraagtekst, de antwoordcategorieën en de samenvoegingen zijn gewijzigd sinds peo-1.',
  ],
  [
    'en',
    ['Wave', 'Leeway'],
    ['very much', 'some', 'any'],
    'The wording, categories and nets changed since peo-1.',
  ],
] as const)('labels in %s, as the latest wave has them, with notes', (language, names, codes, note) => {
  const labels = tableLabels(releases, variables, language)
  expect(labels).toEqual({
    language,
    variables: new Map([
      ['wave', { label: names[0], codes: new Map(Object.entries({ 'peo-1': 'First', 'peo-2': 'Second' })) }],
      [
        'space',
        {
          label: names[1],
          codes: new Map([
            ['1', codes[0]],
            ['2', codes[1]],
            ['net:any', codes[2]],
          ]),
        },
      ],
    ]),
    notes: [{ wave: 'peo-2', variable: 'space', note }],
  })
})

test('labels are made once for an answer, and anew for other waves of the same variables', () => {
  expect(tableLabels(releases, variables, 'nl')).toBe(tableLabels(releases, variables, 'nl'))
  const codes = (of: typeof releases) => tableLabels(of, variables, 'nl').variables.get('wave')?.codes
  expect(codes([second])).toEqual(new Map([['peo-2', 'Second']]))
})
