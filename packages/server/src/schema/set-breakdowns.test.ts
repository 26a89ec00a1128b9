import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { waveChange, waveChanged } from '../wave-life/testing/wave-change.ts'

const label = (text: string) => ({ labelNl: text, labelEn: text })
const background = (variable: string) => ({
  ...{ variable, measurement: 'NOMINAL', background: true, wordingNl: 'x', wordingEn: 'x' },
  categories: [
    { code: '1', ...label('ja') },
    { code: '2', ...label('nee') },
  ],
})

let staff: App
beforeAll(async () => {
  staff = createApp(await testDatabase('empty'), { viewer: { role: 'STAFF' } })
})

test('a background question is a breakdown by itself, until staff say otherwise; then they are told', async () => {
  const wave = 'sets-2030'
  await waveChanged(staff, 'createWave', { code: wave })
  const place = background('plaats')
  let version = await waveChanged(staff, 'saveQuestion', { wave, version: 1, question: place })
  version = await waveChanged(staff, 'saveQuestion', { wave, version, question: background('functie') })
  version = await waveChanged(staff, 'saveQuestion', { wave, version, question: place })
  interface Told {
    readonly wave: {
      readonly breakdowns: readonly { readonly variables: readonly { readonly code: string }[] }[]
      readonly questionnaireProblems: readonly object[]
    }
  }
  const told = async () => {
    const query = `{ wave(code: "${wave}") { breakdowns { variables { code } } questionnaireProblems { kind variable } } }`
    const { breakdowns, questionnaireProblems } = (await ask<Told>(staff, query)).data.wave
    return [breakdowns.map(({ variables }) => variables.map(({ code }) => code)), questionnaireProblems]
  }
  expect(await told()).toEqual([[['plaats'], ['functie']], []])
  const twice = await waveChange(staff, 'setBreakdowns', {
    wave,
    version,
    breakdowns: [['plaats', 'functie'], ['plaats'], ['functie', 'plaats']],
  })
  expect(twice.errors).toMatchObject([
    { field: 'breakdowns', message: 'The breakdown functie, plaats stands there twice; name it once.' },
  ])
  version = await waveChanged(staff, 'setBreakdowns', { wave, version, breakdowns: [['plaats']] })
  const chosen = [[['plaats']], [{ kind: 'NO_BREAKDOWN', variable: 'functie' }]]
  expect(await told()).toEqual(chosen)
  // Another wave with both breakdowns brings neither back.
  const first = { wave: 'sets-2031', version: 1 }
  await waveChanged(staff, 'createWave', { code: first.wave })
  const taken = await waveChanged(staff, 'takeOverQuestions', { ...first, from: wave })
  const breakdowns = [['plaats'], ['functie']]
  await waveChanged(staff, 'setBreakdowns', { wave: first.wave, version: taken, breakdowns })
  version = await waveChanged(staff, 'takeOverQuestions', { wave, version, from: first.wave })
  expect(await told()).toEqual(chosen)
})
