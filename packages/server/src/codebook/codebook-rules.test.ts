import { expect, test } from 'vitest'
import type { Codebook, CodebookVariable, CodebookWave } from './codebook-format.ts'
import { checkCodebook } from './codebook-rules.ts'

const label = { nl: 'x', en: 'x' }
const categories = ['1', '2'].map((code) => ({ code, label }))

function variable(code: string, changes: Partial<CodebookVariable> = {}): CodebookVariable {
  return { code, measurement: 'ordinal', label, categories, ...changes }
}

function wave(changes: Partial<CodebookWave>): CodebookWave {
  return {
    code: 'peo-1',
    title: label,
    theme: 'space',
    fieldwork: null,
    publication: null,
    responses: null,
    variables: [],
    ...changes,
  }
}

const sector = variable('sector', { role: 'background' })
const uncategorised = (code: string, measurement: CodebookVariable['measurement']) => ({
  code,
  measurement,
  label,
})

/** Codebooks with one wrong thing, where it is said to be, and what is said. */
const rules: [string, Partial<Codebook>, string, string][] = [
  [
    'a variable twice',
    { variables: [sector, sector] },
    'variables.sector',
    'the code sector stands here twice',
  ],
  ['a wave twice', { waves: [wave({}), wave({})] }, 'waves.peo-1', 'the code peo-1 stands here twice'],
  [
    'a category twice',
    { variables: [variable('space', { categories: [...categories, { code: '1', label }] })] },
    'variables.space.categories.1',
    'the code 1 stands here twice',
  ],
  [
    'a category as what is not shown',
    { variables: [variable('space', { categories: [...categories, { code: 'withheld', label }] })] },
    'variables.space.categories.withheld',
    'the code withheld stands for answers that are not shown; choose another',
  ],
  [
    'a category of a level as what is not shown',
    {
      variables: [
        variable('sector', {
          role: 'background',
          hierarchy: [
            { code: 'all', label, categories: [{ code: 'withheld', label, categories: ['1', '2'] }] },
          ],
        }),
      ],
    },
    'variables.sector.hierarchy.all',
    'the code withheld stands for answers that are not shown; choose another',
  ],
  [
    'a net twice',
    { variables: [variable('space', { nets: ['1', '2'].map((one) => net('ok', one)) })] },
    'variables.space.nets.ok',
    'the code ok stands here twice',
  ],
  [
    'a net of what is no category',
    { variables: [variable('space', { nets: [net('ok', '1', '3')] })] },
    'variables.space.nets.ok',
    '3 is not a category of space',
  ],
  [
    'a nominal variable without categories',
    { variables: [uncategorised('space', 'nominal')] },
    'variables.space',
    'has no categories',
  ],
  [
    'a multiple variable without categories',
    { variables: [uncategorised('space', 'multiple')] },
    'variables.space',
    'has no categories',
  ],
  [
    'a numeric variable with categories',
    { variables: [variable('joy', { measurement: 'numeric' })] },
    'variables.joy',
    'is numeric and takes no categories',
  ],
  [
    'a background variable of several answers',
    { variables: [variable('sector', { role: 'background', measurement: 'multiple' })] },
    'variables.sector',
    'is a background variable, which must be nominal or ordinal',
  ],
  [
    'a range upside down',
    { variables: [{ ...uncategorised('joy', 'numeric'), minimum: 10, maximum: 1 }] },
    'variables.joy',
    'has a minimum (10) above its maximum (1)',
  ],
  [
    'routing by what is no variable',
    { variables: [variable('space', { askedIf: { variable: 'sector', in: ['1'] } })] },
    'variables.space.askedIf',
    'sector is not a variable',
  ],
  [
    'routing by what is no category',
    { variables: [sector, variable('space', { askedIf: { variable: 'sector', in: ['1', '9'] } })] },
    'variables.space.askedIf',
    '9 is not a category of sector',
  ],
  [
    'routing by a question that comes later',
    {
      variables: [sector, variable('space', { askedIf: { variable: 'sector', in: ['1'] } })],
      waves: [wave({ variables: ['space', 'sector'] })],
    },
    'waves.peo-1.variables',
    'space is asked after sector, which does not stand before it',
  ],
  [
    'routing by the question itself',
    {
      variables: [variable('space', { askedIf: { variable: 'space', in: ['1'] } })],
      waves: [wave({ variables: ['space'] })],
    },
    'waves.peo-1.variables',
    'space is asked after space, which does not stand before it',
  ],
  [
    'a wave that asks what is no variable',
    { waves: [wave({ variables: ['space'] })] },
    'waves.peo-1.variables',
    'space is not a variable',
  ],
  [
    'a wave that asks twice',
    { variables: [sector], waves: [wave({ variables: ['sector', 'sector'] })] },
    'waves.peo-1.variables',
    'sector stands here twice',
  ],
  [
    'a weight that not everyone has',
    {
      variables: [sector, { ...uncategorised('w1', 'weight'), askedIf: { variable: 'sector', in: ['1'] } }],
    },
    'variables.w1.askedIf',
    'everyone has a weight; leave askedIf out',
  ],
  [
    'a wave with two weights',
    {
      variables: [uncategorised('w1', 'weight'), uncategorised('w2', 'weight')],
      waves: [wave({ variables: ['w1', 'w2'] })],
    },
    'waves.peo-1.variables',
    'holds more than one weight',
  ],
  [
    'two variables with one column',
    {
      variables: [
        variable('a', { measurement: 'multiple', categories: [{ code: 'b', label }] }),
        variable('a__b'),
      ],
      waves: [wave({ variables: ['a', 'a__b'] })],
    },
    'waves.peo-1.variables',
    'the column a__b would hold two variables',
  ],
  [
    'answers to nothing',
    { waves: [wave({ responses: 'answers.csv' })] },
    'waves.peo-1',
    'has answers but no variables',
  ],
  [
    'a breakdown by a question',
    { variables: [variable('space')], waves: [wave({ variables: ['space'], breakdowns: [['space']] })] },
    'waves.peo-1.breakdowns',
    'space is not a background variable of this wave',
  ],
  [
    'a breakdown by what the wave did not ask',
    { variables: [sector], waves: [wave({ breakdowns: [['sector']] })] },
    'waves.peo-1.breakdowns',
    'sector is not a background variable of this wave',
  ],
  [
    'a breakdown twice by the same',
    { variables: [sector], waves: [wave({ variables: ['sector'], breakdowns: [['sector', 'sector']] })] },
    'waves.peo-1.breakdowns',
    'sector stands twice in one breakdown',
  ],
  [
    'a comparability note on what the wave did not ask',
    { waves: [wave({ comparabilityNotes: { space: label } })] },
    'waves.peo-1.comparabilityNotes',
    'space is not asked in this wave',
  ],
  [
    'fieldwork that ends before it starts',
    { waves: [wave({ fieldwork: { from: '2021-02-01', to: '2021-01-31' } })] },
    'waves.peo-1.fieldwork',
    'starts (2021-02-01) after it ends (2021-01-31)',
  ],
]

function net(code: string, ...members: string[]) {
  return { code, label, categories: members }
}

test.each(rules)('%s', (_, codebook, path, message) => {
  expect(checkCodebook({ variables: [], waves: [], ...codebook })).toEqual([{ path, message }])
})

test.each([
  ...['wave', 'measure', 'status', 'count', 'base', 'column_percent', 'row_percent', 'total_percent', 'low'],
  ...['high', 'higher_than', 'mean', 'standard_deviation', 'standard_error', 'median', 'respondent'],
  ...['effective_base', 'lower_quartile', 'upper_quartile', 'comparability_note'],
  ...['test', 'test_statistic', 'test_df', 'test_denominator_df', 'p_value', 'cramers_v'],
  ...['table_effective_base', 'design_effect'],
  ...['sector_label', 'constructor', '__proto__'],
])('no variable is called %s', (code) => {
  expect(checkCodebook({ waves: [], variables: [variable(code)] })).toEqual([
    { path: `variables.${code}`, message: `${code} is a name with a use of its own; choose another` },
  ])
})

test('everything that is wrong is said at once', () => {
  const codebook = {
    variables: [uncategorised('wave', 'nominal')],
    waves: [wave({ variables: ['x'], responses: 'a.csv' })],
  }
  expect(checkCodebook(codebook).map(({ path }) => path)).toEqual([
    'variables.wave',
    'variables.wave',
    'waves.peo-1.variables',
  ])
})

test('nothing is said of a codebook whose parts agree', () => {
  const variables = [
    sector,
    variable('space', { nets: [net('ok', '1')], askedIf: { variable: 'sector', in: ['1'] } }),
    { ...uncategorised('joy', 'numeric'), minimum: 1, maximum: 1 },
    uncategorised('weight', 'weight'),
    variable('causes', { measurement: 'multiple', categories: [{ code: 'withheld', label }] }),
  ]
  const asked = variables.map(({ code }) => code)
  const waves = [
    wave({ variables: asked, breakdowns: [['sector']], fieldwork: { from: '2021-02-01', to: '2021-02-01' } }),
    wave({ code: 'peo-2', variables: asked, responses: 'answers.csv' }),
  ]
  expect(checkCodebook({ variables, waves })).toEqual([])
})
