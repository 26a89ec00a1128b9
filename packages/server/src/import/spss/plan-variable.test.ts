import { expect, test } from 'vitest'
import type { CodebookVariable } from '../../codebook/codebook-format.ts'
import { readAnswer } from '../read-answer.ts'
import { planVariable } from './plan-variable.ts'
import type { SavVariable } from './sav-dictionary.ts'

const half: SavVariable = {
  name: 'half',
  label: null,
  text: false,
  date: false,
  level: 'ordinal',
  labels: [1, 2.5, -1.5, 1e-7].map((value) => ({ value, label: `label of ${value}` })),
  isMissing: () => false,
  pieces: [],
}

test.each(half.labels)('the labelled value $value is the category that was drafted for it', ({
  value,
  label,
}) => {
  const { variable } = planVariable(half, 0, undefined, false)
  const again = planVariable(half, 0, variable, false)
  const read = readAnswer(variable, again.fields([value])) as { readonly value: string }
  const category = (found: CodebookVariable) => found.categories?.find(({ code }) => code === read.value)
  expect(category(variable)?.label.en).toBe(label)
})

const grade: SavVariable = {
  ...half,
  name: 'grade',
  text: true,
  labels: ['A-', 'A+'].map((value) => ({ value, label: `label of ${value}` })),
}

test('answers that would have one code are refused, and those of rows are not taken for another', () => {
  expect(() => planVariable(grade, 0, undefined, false)).toThrow('"A-" and "A+" of grade would both be a_')
  const { fields } = planVariable({ ...grade, labels: grade.labels.slice(0, 1) }, 0, undefined, false)
  expect(fields(['A-'])).toEqual(['a_'])
  expect(fields(['A+'])).toEqual(['A+ (the code a_ stands for A-)'])
})
