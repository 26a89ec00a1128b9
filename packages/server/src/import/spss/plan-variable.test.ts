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
