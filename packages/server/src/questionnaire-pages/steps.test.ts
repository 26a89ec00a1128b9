import { expect, test } from 'vitest'
import { placeFields, readPlace } from './answer-form.ts'
import { readFilled } from './filled-in.ts'
import { type Place, progressOf, type Shown, showPlace, takeStep } from './steps.ts'
import { sampleQuestionnaire, sampleQuestions } from './testing/sample-questionnaire.ts'

const questionnaire = sampleQuestionnaire()
const filledOf = (given: Record<string, string>) =>
  new Map(Object.entries(given).map(([code, field]) => [code, [field]] as const))

/** Where a button leads, and whether something wrong is told. */
function press(button: string, page: Place['page'], given: Record<string, string> = {}, changing = false) {
  const outcome = takeStep(questionnaire, { page, changing }, filledOf(given), button)
  return outcome.kind === 'SEND'
    ? outcome.answers
    : [outcome.place.page, outcome.place.changing, outcome.tellProblems]
}

test('next and back go by what is asked', () => {
  expect(press('next', 1, { pressure: '1' })).toEqual([2, false, false])
  expect(press('next', 1, { pressure: '2' })).toEqual([3, false, false])
  expect(press('next', 3)).toEqual(['check', false, false])
  expect(press('back', 3, { pressure: '2' })).toEqual([1, false, false])
  expect(press('back', 'check')).toEqual([3, false, false])
  expect(press('back', 1)).toEqual([1, false, false])
})

test('what is wrong on the page is told there, and going back is free', () => {
  expect(press('next', 1, { joy: '11' })).toEqual([1, false, true])
  expect(press('next', 1, { clients: 'x' })).toEqual([3, false, false])
  expect(press('back', 3, { clients: 'x' })).toEqual([1, false, false])
})

test('a change leads back to the overview, past questions that it opened', () => {
  expect(press('change-joy', 'check')).toEqual([1, true, false])
  expect(press('next', 1, { joy: '8' }, true)).toEqual(['check', false, false])
  expect(press('next', 1, { pressure: '1' }, true)).toEqual([2, true, false])
  expect(press('next', 2, { pressure: '1', causes: 'rules' }, true)).toEqual([3, true, false])
  expect(press('next', 1, { pressure: '1', causes: 'hours' }, true)).toEqual(['check', false, false])
  expect(press('back', 1, {}, true)).toEqual(['check', false, false])
  expect(press('change-causes', 'check', { pressure: '2' })).toEqual(['check', false, false])
})

test('a follow-up that was skipped on purpose is not asked again after a change elsewhere', () => {
  const given = filledOf({ pressure: '1', joy: '7' })
  const step = (place: Place, button: string, filled = given) => {
    const outcome = takeStep(questionnaire, place, filled, button) as Shown
    // As a form carries it.
    return readPlace(new URLSearchParams(placeFields(outcome.place)))!
  }
  const changing = step({ page: 'check', changing: false }, 'change-joy')
  expect(changing).toEqual({ page: 1, changing: true, skipped: ['causes'] })
  expect(step(changing, 'next').page).toBe('check')
  const opened = step(changing, 'next', filledOf({ pressure: '1', causes: 'rules' }))
  expect(opened.page).toBe(3)
  expect(step(opened, 'next', filledOf({ pressure: '1', causes: 'rules' })).page).toBe('check')
})

test('sending gives the answers, or leads to the first that is wrong', () => {
  expect(press('send', 'check', { joy: '8', causes: 'rules' })).toEqual({ joy: 8 })
  expect(press('send', 'check', { clients: '-1' })).toEqual([3, true, true])
})

test('any other button, and a page that there is not, show the nearest place', () => {
  expect(press('dance', 2, { pressure: '2' })).toEqual([3, false, false])
  expect(press('next', 99)).toEqual(['check', false, false])
  expect(press('next', 'check')).toEqual(['check', false, false])
  expect(showPlace(questionnaire, { page: 99, changing: false }, new Map()).place.page).toBe('check')
})

test('progress counts pages that may still come, and goes down when they do not', () => {
  const progress = (page: number, given: Record<string, string>) =>
    progressOf(questionnaire, page, readFilled(questionnaire, filledOf(given)))
  expect(progress(1, {})).toEqual({ step: 1, of: 3 })
  expect(progress(2, { pressure: '1' })).toEqual({ step: 2, of: 3 })
  expect(progress(3, { pressure: '2' })).toEqual({ step: 2, of: 2 })
})

test('of a wave that asks nothing, the overview is all there is', () => {
  const empty = sampleQuestionnaire(sampleQuestions.slice(0, 0))
  expect(showPlace(empty, { page: 1, changing: false }, new Map()).place.page).toBe('check')
})
