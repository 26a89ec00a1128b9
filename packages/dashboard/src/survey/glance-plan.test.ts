import type { Wave } from '@peo/sdk'
import { expect, test } from 'vitest'
import { planGlance } from './glance-plan.ts'
import type { Net, Question } from './survey.ts'

const wave = { code: 'peo-2030', breakdowns: [] } as unknown as Wave

const question = (code: string, nets: readonly Net[]): Question => ({
  ...{ comparabilityNote: null, wording: code, nets },
  categories: ['1', '2', '3', '4'].map((category) => ({ code: category })),
  variable: {
    ...{ code, label: code, measurement: 'ORDINAL', background: false, theme: 'space' },
    ...{ minimum: null, maximum: null },
  },
})
const net = (...categories: string[]): Net => ({ code: 'low', label: 'insufficient', categories })

test('questions share a chart where their net is of the same answers', () => {
  const questions = [question('a', [net('1', '2')]), question('b', [net('1', '2')])]
  const { charts } = planGlance(wave, questions, 'EN')
  expect(charts.map(({ kind }) => kind)).toEqual(['net'])
})

test('questions whose nets have one name and other answers have a chart each', () => {
  const questions = [question('a', [net('1', '2')]), question('b', [net('1', '2', '3')])]
  const { charts } = planGlance(wave, questions, 'EN')
  expect(charts.map(({ kind }) => kind)).toEqual(['question', 'question'])
})
