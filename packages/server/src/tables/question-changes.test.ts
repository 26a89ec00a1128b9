import { expect, test } from 'vitest'
import type { ReleasedVariable } from '../release/release-codebook.ts'
import { changeNote, questionChanges } from './question-changes.ts'

const label = (text: string) => ({ nl: text, en: text })

const pressure: ReleasedVariable = {
  code: 'pressure',
  measurement: 'ordinal',
  label: label('Pressure?'),
  categories: [
    { code: '1', label: label('much') },
    { code: '2', label: label('some') },
    { code: '3', label: label('none') },
  ],
  nets: [
    { code: 'any', label: label('any'), categories: ['1', '2'] },
    { code: 'little', label: label('little'), categories: ['2', '3'] },
  ],
  askedIf: { variable: 'works', in: ['yes', 'partly'] },
}
const [much, some, none] = pressure.categories!
const [any, little] = pressure.nets!

test.each<[string, Partial<ReleasedVariable>, string[]]>([
  ['the same', {}, []],
  ['a wording in Dutch', { label: { nl: 'Druk?', en: 'Pressure?' } }, ['WORDING']],
  ['a wording in English', { label: { nl: 'Pressure?', en: 'Load?' } }, ['WORDING']],
  ['no routing', { askedIf: undefined }, ['ROUTING']],
  ['other answers that lead to it', { askedIf: { variable: 'works', in: ['yes'] } }, ['ROUTING']],
  ['another question before it', { askedIf: { variable: 'paid', in: ['yes', 'partly'] } }, ['ROUTING']],
  ['routing in another order', { askedIf: { variable: 'works', in: ['partly', 'yes'] } }, []],
  ['a category less', { categories: [much!, some!] }, ['CATEGORIES']],
  ['a category more', { categories: [much!, some!, none!, { ...none!, code: '4' }] }, ['CATEGORIES']],
  [
    'a category by another name',
    { categories: [much!, some!, { ...none!, label: label('nil') }] },
    ['CATEGORIES'],
  ],
  ['categories in another order', { categories: [none!, some!, much!] }, ['CATEGORIES']],
  ['a net of other categories', { nets: [{ ...any!, categories: ['1'] }, little!] }, ['NETS']],
  ['no nets', { nets: undefined }, ['NETS']],
  ['a net by another name', { nets: [{ ...any!, label: label('at all') }, little!] }, []],
  ['a net in another order', { nets: [{ ...any!, categories: ['2', '1'] }, little!] }, []],
  ['nets in another order', { nets: [little!, any!] }, []],
  [
    'everything',
    { label: label('Load?'), askedIf: undefined, categories: [much!], nets: [] },
    ['WORDING', 'ROUTING', 'CATEGORIES', 'NETS'],
  ],
  ['what does not change the question', { role: 'background', core: true, measurement: 'nominal' }, []],
])('%s', (_, changes, expected) => {
  expect(questionChanges(pressure, { ...pressure, ...changes } as ReleasedVariable)).toEqual(expected)
})

test.each([
  [['WORDING'], 'De vraagtekst is gewijzigd sinds peo-1.', 'The wording changed since peo-1.'],
  [
    ['CATEGORIES'],
    'De antwoordcategorieën zijn gewijzigd sinds peo-1.',
    'The categories changed since peo-1.',
  ],
  [
    ['WORDING', 'ROUTING'],
    'De vraagtekst en de routing zijn gewijzigd sinds peo-1.',
    'The wording and routing changed since peo-1.',
  ],
  [
    ['ROUTING', 'CATEGORIES', 'NETS'],
    'De routing, de antwoordcategorieën en de samenvoegingen zijn gewijzigd sinds peo-1.',
    'The routing, categories and nets changed since peo-1.',
  ],
] as const)('says in two languages that %j changed', (changes, nl, en) => {
  expect(changeNote(changes, 'peo-1')).toEqual({ nl, en })
})
