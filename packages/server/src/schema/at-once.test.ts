import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { testDatabase } from '../testing/test-database.ts'
import { waveChange, waveChanged } from '../wave-life/testing/wave-change.ts'

let staff: App
beforeAll(async () => {
  staff = createApp(await testDatabase('empty'), { viewer: { role: 'STAFF' } })
})

const question = (variable: string, measurement: string) => ({
  ...{ variable, measurement, wordingNl: 'Hoeveel?', wordingEn: 'How much?' },
})

const waves = ['a-2030', 'b-2030', 'c-2030', 'd-2030']

test('staff who put the same new variable into waves at once all do, or hear how it is elsewhere', async () => {
  for (const code of waves) await waveChanged(staff, 'createWave', { code })
  for (const round of [1, 2, 3]) {
    const saved = await Promise.all(
      waves.map((wave) =>
        waveChange(staff, 'saveQuestion', {
          ...{ wave, version: round, question: question(`v${round}`, 'NUMERIC') },
        }),
      ),
    )
    expect(saved.map(({ wave }) => wave?.version)).toEqual(waves.map(() => round + 1))
  }
  const different = await Promise.all(
    ['NUMERIC', 'TEXT'].map((measurement, place) =>
      waveChange(staff, 'saveQuestion', {
        ...{ wave: waves[place], version: 4, question: question('different', measurement) },
      }),
    ),
  )
  expect(different.flatMap(({ errors }) => errors)).toMatchObject([
    { code: 'INVALID_INPUT', message: expect.stringContaining('different: its measurement is') },
  ])
})

test('a variable that one wave puts in while another takes it out is there for who asks it', async () => {
  const [left, right] = ['left-2030', 'right-2030']
  for (const code of [left, right]) await waveChanged(staff, 'createWave', { code })
  let [leftVersion, rightVersion] = [1, 1]
  for (const round of [1, 2, 3, 4]) {
    const asked = question(`w${round}`, 'NUMERIC')
    leftVersion = await waveChanged(staff, 'saveQuestion', {
      ...{ wave: left, version: leftVersion, question: asked },
    })
    ;[leftVersion, rightVersion] = await Promise.all([
      waveChanged(staff, 'removeQuestion', { wave: left, version: leftVersion, variable: asked.variable }),
      waveChanged(staff, 'saveQuestion', { wave: right, version: rightVersion, question: asked }),
    ])
  }
})
