import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Payload {
  readonly wave: { readonly version: number; readonly design?: unknown } | null
  readonly errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]
}

let staff: App
beforeAll(async () => {
  staff = createApp(await testDatabase('examples'), { viewer: { role: 'STAFF' } })
})

const design = 'design { strata { code } clusters { code } population { category size } }'

async function change(mutation: string, input: object, fields = design): Promise<Payload> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    wave { version ${fields} } errors { code field message } } }`
  const { data, errors } = await ask<Record<string, Payload>>(staff, document, { input })
  expect(errors).toBeUndefined()
  return data[mutation]!
}

const label = (text: string) => ({ labelNl: text, labelEn: text })
const place = {
  variable: 'plek',
  measurement: 'NOMINAL',
  background: true,
  wordingNl: 'Waar?',
  wordingEn: 'Where?',
  categories: ['a', 'b', 'c'].map((code) => ({ code, ...label(code) })),
}
const level = (code: string, ...groups: string[][]) => ({
  code,
  ...label(code),
  categories: groups.map((categories, index) => ({ code: `g${index}`, ...label('g'), categories })),
})

test('staff say how a wave is sampled, and the rules of the codebook hold', async () => {
  const wave = 'design-2030'
  await change('createWave', { code: wave })
  await change('saveQuestion', { wave, version: 1, question: place })
  const set = (rest: object) => change('setDesign', { wave, version: 2, ...rest })
  const sizes = (...codes: string[]) => codes.map((category, index) => ({ category, size: 10 + index }))
  for (const [rest, message] of [
    [{ strata: 'sector' }, 'sector is not asked in this wave'],
    [{ strata: 'plek', clusters: 'plek' }, 'plek cannot be both strata and clusters'],
    [{ strata: 'plek', population: [{ size: 30 }] }, 'with strata it is a number by category of plek'],
    [{ strata: 'plek', population: sizes('a', 'b') }, 'has no number for plek = c'],
    [{ population: sizes('a') }, 'there are no strata'],
    [{ strata: 'plek', population: sizes('a', 'a', 'b', 'c') }, 'names a category twice'],
    [{ population: [{ size: 0 }] }, 'population'],
  ] as const) {
    const { errors } = await set(rest)
    expect(errors).toMatchObject([{ code: 'INVALID_INPUT', message: expect.stringContaining(message) }])
  }
  expect(await set({ strata: 'plek', population: sizes('a', 'b', 'c') })).toEqual({
    wave: {
      version: 3,
      design: { strata: { code: 'plek' }, clusters: null, population: sizes('a', 'b', 'c') },
    },
    errors: [],
  })
  const at = { wave, version: 3 }
  expect((await change('removeQuestion', { ...at, variable: 'plek' })).errors).toMatchObject([
    { field: 'design', message: expect.stringContaining('plek is not asked in this wave') },
  ])
  expect((await change('updateWave', { ...at, population: 90 })).errors).toMatchObject([
    { field: 'population' },
  ])
  // A change of something else leaves it as it is.
  expect(await change('orderQuestions', { ...at, order: ['plek'] })).toMatchObject({
    wave: { version: 4, design: { strata: { code: 'plek' } } },
  })
  expect(await change('setDesign', { wave, version: 4, population: [{ size: 90 }] })).toMatchObject({
    wave: { design: { strata: null, population: [{ category: null, size: 90 }] } },
  })
  expect(await change('setDesign', { wave, version: 5 })).toMatchObject({ wave: { design: null } })
})

test('a design takes no question that some are not asked, whichever of the two is said first', async () => {
  const wave = 'routed-2030'
  const message = expect.stringContaining('is asked of some respondents only')
  const ploeg = { ...place, variable: 'ploeg', askedIf: { variable: 'plek', categories: ['a'] } }
  await change('createWave', { code: wave })
  await change('saveQuestion', { wave, version: 1, question: place })
  await change('saveQuestion', { wave, version: 2, question: ploeg })
  expect((await change('setDesign', { wave, version: 3, clusters: 'ploeg' })).errors).toMatchObject([
    { code: 'INVALID_INPUT', field: 'design', message },
  ])
  await change('saveQuestion', { wave, version: 3, question: { ...ploeg, askedIf: null } })
  await change('setDesign', { wave, version: 4, clusters: 'ploeg' })
  expect((await change('saveQuestion', { wave, version: 5, question: ploeg })).errors).toMatchObject([
    { code: 'INVALID_INPUT', message },
  ])
})

test('staff give a background variable its coarser levels, and the rules of the codebook hold', async () => {
  const wave = 'levels-2030'
  await change('createWave', { code: wave })
  const save = (version: number, hierarchy: object[], changes: object = {}) =>
    change(
      'saveQuestion',
      { wave, version, question: { ...place, variable: 'plaats', hierarchy, ...changes } },
      'questions { nodes { hierarchy { code categories { code categories } } } } questionnaireProblems { kind message }',
    )
  for (const [hierarchy, message, changes] of [
    [[level('regio', ['a'], ['b'])], 'leaves c out'],
    [[level('regio', ['a', 'b'], ['b', 'c'])], 'holds b twice'],
    [[level('regio', ['a', 'b'], ['c']), level('streek', ['a', 'c'], ['b'])], 'parts g0'],
    [[level('regio', ['a', 'b'], ['c'])], 'which is for background variables', { background: false }],
  ] as const) {
    const { errors } = await save(1, hierarchy as unknown as object[], changes)
    expect(errors).toMatchObject([{ code: 'INVALID_INPUT', message: expect.stringContaining(message) }])
  }
  const saved = await save(1, [level('regio', ['a', 'b'], ['c'])])
  expect(saved).toMatchObject({
    wave: {
      questions: {
        nodes: [{ hierarchy: [{ code: 'regio', categories: [{ categories: ['a', 'b'] }, {}] }] }],
      },
      questionnaireProblems: [],
    },
    errors: [],
  })
  const unwritten = { ...level('regio', ['a', 'b'], ['c']), labelEn: '' }
  expect(await save(2, [unwritten])).toMatchObject({
    wave: {
      questionnaireProblems: [{ kind: 'UNTRANSLATED', message: 'plaats has no English for level regio.' }],
    },
  })
})
