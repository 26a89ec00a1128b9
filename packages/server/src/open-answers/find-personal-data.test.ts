import { expect, test } from 'vitest'
import { findPersonalData } from './find-personal-data.ts'

const marked = (text: string) =>
  findPersonalData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

test.each([
  ['Bel me op 06-12345678.', [['PHONE', '06-12345678']]],
  [
    'Bel +31 (0)70 123 45 67, of 070 1234567',
    [
      ['PHONE', '+31 (0)70 123 45 67'],
      ['PHONE', '070 1234567'],
    ],
  ],
  ['Mail: jan.de.vries+werk@jeugd-haaglanden.nl!', [['MAIL', 'jan.de.vries+werk@jeugd-haaglanden.nl']]],
  [
    'BSN 111222333 of 1234.56.782',
    [
      ['BSN', '111222333'],
      ['BSN', '1234.56.782'],
    ],
  ],
  [
    'Ik woon in 2512 AB, mijn collega in 2512ab.',
    [
      ['POSTCODE', '2512 AB'],
      ['POSTCODE', '2512ab'],
    ],
  ],
  [
    'mevrouw Jansen en de heer P. van der Berg-Smit',
    [
      ['NAME', 'Jansen'],
      ['NAME', 'P. van der Berg-Smit'],
    ],
  ],
  [
    'Overleg met dhr. el Amrani, mw. Özdemir',
    [
      ['NAME', 'el Amrani'],
      ['NAME', 'Özdemir'],
    ],
  ],
])('%s', (text, expected) => {
  expect(marked(text)).toEqual(expected)
})

test.each([
  'In 2022 en 2023 was de caseload 1234 uur, en 111222334 is geen nummer.',
  'Er zijn 06 manieren; zie bladzijde 1234567890123.',
  'De mevrouw van de receptie, meneer doet er niet toe.',
  'Kosten: 1500 SS, 2000 SA',
  '',
])('nothing in: %s', (text) => {
  expect(marked(text)).toEqual([])
})
