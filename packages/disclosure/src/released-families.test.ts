import { describe, expect, it } from 'vitest'
import { familiesOf, releasedFamilies } from './released-families.ts'

const policy = {
  minimumGroupSize: 5,
  background: ['sector', 'ervaring', 'organisatie'],
  questions: ['ruimte', 'uren', 'druk'],
  breakdowns: [['sector'], ['sector', 'ervaring']],
}

describe('familiesOf', () => {
  it.each([
    ['a question alone', ['ruimte'], [{ question: 'ruimte', by: [] }]],
    ['a question by a breakdown', ['ruimte', 'sector'], [{ question: 'ruimte', by: ['sector'] }]],
    ['a breakdown by a question', ['sector', 'ruimte'], [{ question: 'ruimte', by: ['sector'] }]],
    ['a breakdown alone', ['sector'], [{ question: '', by: ['sector'] }]],
    ['a declared pair', ['sector', 'ervaring'], [{ question: '', by: ['sector', 'ervaring'] }]],
    [
      'a declared pair the other way round',
      ['ervaring', 'ruimte', 'sector'],
      [{ question: 'ruimte', by: ['sector', 'ervaring'] }],
    ],
    [
      'two questions, of which the answers to each are groups',
      ['ruimte', 'uren'],
      [
        { question: 'ruimte', by: ['uren'] },
        { question: 'uren', by: ['ruimte'] },
      ],
    ],
  ])('releases %s', (_, variables, families) => {
    expect(familiesOf(variables, policy)).toEqual(families)
  })

  it.each([
    ['two questions by background', ['ruimte', 'uren', 'sector']],
    ['three questions', ['ruimte', 'uren', 'druk']],
    ['a background variable that is no breakdown by itself', ['ruimte', 'ervaring']],
    ['an undeclared pair', ['ruimte', 'sector', 'organisatie']],
    ['more than a declared pair', ['ruimte', 'sector', 'ervaring', 'organisatie']],
    ['nothing at all', []],
    ['a question by itself', ['ruimte', 'ruimte']],
    ['a breakdown used twice', ['ruimte', 'sector', 'sector']],
  ])('does not release %s', (_, variables) => {
    expect(familiesOf(variables, policy)).toBeUndefined()
  })

  it('takes a breakdown that names a variable twice for no other pair', () => {
    const careless = { ...policy, breakdowns: [['sector', 'sector']] }
    expect(familiesOf(['ruimte', 'sector', 'organisatie'], careless)).toBeUndefined()
  })
})

describe('releasedFamilies', () => {
  it('lists what familiesOf releases, each family once', () => {
    expect(releasedFamilies({ ...policy, questions: ['ruimte', 'uren'] })).toEqual([
      { question: '', by: ['sector'] },
      { question: '', by: ['sector', 'ervaring'] },
      { question: 'ruimte', by: [] },
      { question: 'ruimte', by: ['sector'] },
      { question: 'ruimte', by: ['sector', 'ervaring'] },
      { question: 'ruimte', by: ['uren'] },
      { question: 'uren', by: [] },
      { question: 'uren', by: ['sector'] },
      { question: 'uren', by: ['sector', 'ervaring'] },
      { question: 'uren', by: ['ruimte'] },
    ])
  })
})
