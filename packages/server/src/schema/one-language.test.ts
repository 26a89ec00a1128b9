import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

test('a wave in Dutch alone is collected and published; its texts stand for both languages', async () => {
  const database = await testDatabase('empty')
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  const wave = 'nl-2030'
  let version = 0
  const change = async (mutation: string, type: string, input: object) => {
    const document = `mutation ($input: ${type}!) { change: ${mutation}(input: $input) {
      wave { version } errors { message } } }`
    const asRead = mutation === 'createWave' ? {} : { wave, version }
    const { data } = await ask<{ change: { wave: { version: number } | null; errors: object[] } }>(
      staff,
      document,
      { input: { ...asRead, ...input } },
    )
    expect(data.change.errors).toEqual([])
    version = data.change.wave!.version
  }
  const label = (code: string, labelNl: string) => ({ code, labelNl, labelEn: '' })
  const fieldwork = { fieldworkFrom: '2030-03-01', fieldworkTo: '2030-03-31' }
  await change('createWave', 'CreateWaveInput', {
    ...{ code: wave, titleNl: 'Meting', languages: ['nl'], audience: 'PUBLIC', ...fieldwork },
  })
  const question = {
    ...{ variable: 'druk', measurement: 'NOMINAL', wordingNl: 'Werkdruk?', wordingEn: '' },
    categories: [label('1', 'ja'), label('2', 'nee')],
  }
  await change('saveQuestion', 'SaveQuestionInput', { question })
  await change('openWave', 'WaveInput', {})
  const content = `respondent,druk\n${Array.from({ length: 20 }, (_, row) => `${row},${1 + (row % 2)}`).join('\n')}\n`
  const imported = await ask(
    staff,
    'mutation ($input: ImportAnswersInput!) { importAnswers(input: $input) { wave { version } respondents errors { message } } }',
    { input: { wave, content } },
  )
  version++
  expect(imported).toEqual({ data: { importAnswers: { wave: { version }, respondents: 20, errors: [] } } })
  await change('closeWave', 'WaveInput', {})
  await change('publishWave', 'WaveInput', {})
  const table = `{ crosstab(waves: ["${wave}"], rows: "druk") { counts dimensions { categories { label(language: EN) } } } }`
  expect(await ask(createApp(database), table)).toEqual({
    data: {
      crosstab: { counts: [10, 10], dimensions: [{ categories: [{ label: 'ja' }, { label: 'nee' }] }] },
    },
  })
  const questions = `{ wave(code: "${wave}") { title(language: EN)
    questions(first: 5) { nodes { wording(language: EN) categories { label(language: EN) } } } } }`
  expect(await ask(createApp(database), questions)).toEqual({
    data: {
      wave: {
        title: 'Meting',
        questions: { nodes: [{ wording: 'Werkdruk?', categories: [{ label: 'ja' }, { label: 'nee' }] }] },
      },
    },
  })
})
