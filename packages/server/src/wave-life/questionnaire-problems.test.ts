import { expect, test } from 'vitest'
import type { DraftQuestion } from './questionnaire.ts'
import { questionnaireProblems } from './questionnaire-problems.ts'

const text = (words: string) => ({ nl: words, en: words })
const categories = ['1', '2'].map((code) => ({ code, label: text(code) }))
const question = (code: string, more: Partial<DraftQuestion> = {}): DraftQuestion => ({
  ...{ code, measurement: 'nominal', label: text(code), categories },
  ...more,
})
const after = (variable: string) => ({ askedIf: { variable, in: ['1'] } })

test('who asks some organisations alone is told that all will see their results', () => {
  const questions = [
    question('org', { role: 'background', partnerBoundary: true }),
    question('plaats', { role: 'background' }),
    question('own', after('org')),
    question('more', after('own')),
    question('local', after('plaats')),
  ]
  const found = questionnaireProblems({ questions, breakdowns: [['org'], ['plaats']] }, ['nl'], new Map())
  expect(found.map(({ kind, variable }) => [kind, variable])).toEqual([
    ['ONE_ORGANISATION', 'own'],
    ['ONE_ORGANISATION', 'more'],
  ])
  expect(found[0]!.message).toBe(
    'own is asked after org, of some organisations alone: all readers will see its results, which are theirs; ask everyone, or leave it so if these organisations agree.',
  )
})
