import type { Codebook } from '../codebook/codebook-format.ts'
import { surveyFolder } from '../import/testing/small-survey.ts'

const label = (nl: string, en: string) => ({ nl, en })
const categories = (...codes: string[]) => codes.map((code) => ({ code, label: label(code, `${code}-en`) }))

const codebook: Codebook = {
  variables: [
    {
      code: 'plaats',
      role: 'background',
      measurement: 'nominal',
      label: label('Plaats', 'Place'),
      categories: categories('a', 'b', 'c', 'd'),
      hierarchy: [
        {
          code: 'kant',
          label: label('Kant', 'Side'),
          categories: [
            { code: 'ab', label: label('A of B', 'A or B'), categories: ['a', 'b'] },
            { code: 'cd', label: label('C of D', 'C or D'), categories: ['c', 'd'] },
          ],
        },
      ],
    },
    {
      code: 'ruimte',
      measurement: 'nominal',
      label: label('Genoeg ruimte?', 'Enough space?'),
      categories: categories('ja', 'nee'),
    },
  ],
  waves: [
    {
      code: 'plan',
      title: label('Plan', 'Plan'),
      theme: 'x',
      fieldwork: { from: '2020-01-01', to: '2020-02-29' },
      audience: 'public',
      publication: null,
      responses: 'answers.csv',
      variables: ['plaats', 'ruimte'],
    },
    {
      code: 'draft',
      title: label('Later', 'Later'),
      theme: 'x',
      fieldwork: null,
      audience: 'public',
      publication: null,
      responses: null,
      variables: ['plaats', 'ruimte'],
    },
  ],
}

/** Respondents by place: 20 in a, 20 in b, 3 in c, 9 in d; about half say yes. */
const answers = Object.entries({ a: 20, b: 20, c: 3, d: 9 })
  .flatMap(([place, size]) =>
    Array.from({ length: size }, (_, index) => `${place},${index % 2 === 0 ? 'ja' : 'nee'}`),
  )
  .map((row, index) => `${index},${row}`)

/**
 * A survey of which c is withheld because it is small, and d to protect it; merged to `kant` nothing is. Its wave
 * `plan` has answers, its wave `draft` none. Gives the path of its codebook.
 */
export function previewSurvey(): Promise<string> {
  return surveyFolder(codebook, { 'answers.csv': ['respondent,plaats,ruimte', ...answers].join('\n') })
}
