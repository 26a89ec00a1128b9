import type { Wave } from '@peo/sdk'
import { expect, test } from 'vitest'
import type { Question } from './survey.ts'
import { trendsOf } from './trends.ts'

const wave = (code: string, released: readonly string[] = []) =>
  ({ code, breakdowns: released.map((one) => ({ variables: [{ code: one }] })) }) as unknown as Wave

const question = (code: string, categories: readonly string[], background = false): Question => ({
  ...{ comparabilityNote: null, wording: code, nets: [] },
  categories: categories.map((category) => ({ code: category })),
  variable: {
    ...{ code, label: code, measurement: 'NOMINAL', background, theme: null },
    ...{ minimum: null, maximum: null },
  },
})

const told = (waves: readonly Wave[], asked: readonly (readonly Question[])[]) =>
  trendsOf(waves, asked).map(({ question, waves, apart }) => ({
    question: question.variable.code,
    waves: waves.map(({ code }) => code),
    apart: apart.map(({ code }) => code),
  }))

const waves = ['w1', 'w2', 'w3', 'w4'].map((code) => wave(code))

test('a question is followed from the first wave that asked it to the last, over those that did not', () => {
  const space = question('space', ['1', '2'])
  expect(told(waves, [[], [space], [], [space]])).toEqual([
    { question: 'space', waves: ['w2', 'w3', 'w4'], apart: [] },
  ])
})

test('a wave that asked it with other answers is left out', () => {
  const [before, after] = [question('space', ['a', 'b']), question('space', ['1', '2'])]
  expect(told(waves, [[before], [after], [after], []])).toEqual([
    { question: 'space', waves: ['w2', 'w3'], apart: ['w1'] },
  ])
  expect(told(waves, [[before], [after], [], []])).toEqual([])
})

test('a background is followed over the waves that release it, and stands behind the questions', () => {
  const [team, space] = [question('team', ['n', 's'], true), question('space', ['1', '2'])]
  const releasing = [wave('w1', ['team']), wave('w2'), wave('w3', ['team'])]
  expect(told(releasing, [[team, space], [team], [team, space]])).toEqual([
    { question: 'space', waves: ['w1', 'w2', 'w3'], apart: [] },
    { question: 'team', waves: ['w1', 'w3'], apart: ['w2'] },
  ])
})
