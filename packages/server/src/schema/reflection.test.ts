import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { change, remove } from '../follow-up/testing/change.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { waveChange, waveChanged } from '../wave-life/testing/wave-change.ts'

let database: Database
let staff: App
let everyone: App
beforeAll(async () => {
  database = await testDatabase('examples')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
  everyone = createApp(database)
})

const text = { nl: 'Er is ruimte nodig.', en: 'Space is needed.' }
const table = {
  rows: 'werkdruk',
  columns: ['sector'],
  filter: [{ variable: 'ervaring', categories: ['2', '1'] }],
}
const create = (input: object) =>
  change(staff, 'createReflection', 'reflection', { wave: 'peo-2022', text, ...input })

interface Reflections {
  readonly wave: { readonly reflections: { readonly nodes: readonly { readonly id: string }[] } } | null
}

async function read(app: App, wave: string, about = ''): Promise<readonly object[] | null> {
  const { data } = await ask<Reflections>(
    app,
    `{ wave(code: "${wave}") { reflections(first: 50${about}) { nodes {
      id text(language: EN) question { variable { code } } table { rows columns filter { variable categories } } } } } }`,
  )
  return data.wave?.reflections.nodes ?? null
}

const ids = async (app: App, about = '') =>
  (await read(app, 'peo-2022', about))?.map((one) => ('id' in one ? one.id : undefined))

test('a reflection is about a wave, a question or a table, and is read once it is published', async () => {
  const made = [await create({}), await create({ question: 'werkdruk' }), await create({ table })]
  expect(made.map(({ errors }) => errors)).toEqual([[], [], []])
  const all = made.map(({ item }) => item!.id)
  expect(await ids(staff)).toEqual(all)
  expect(await ids(everyone)).toEqual([])
  for (const id of all) {
    await change(staff, 'changeReflection', 'reflection', { id, version: 1, published: true })
  }
  const filter = [{ variable: 'ervaring', categories: ['1', '2'] }]
  expect(await read(everyone, 'peo-2022')).toEqual([
    { id: all[0], text: text.en, question: null, table: null },
    { id: all[1], text: text.en, question: { variable: { code: 'werkdruk' } }, table: null },
    { id: all[2], text: text.en, question: null, table: { ...table, filter } },
  ])
  expect(await ids(everyone, ', question: "werkdruk"')).toEqual([all[1]])
  const same = 'filter: [{ categories: ["1", "2", "1"], variable: "ervaring" }]'
  expect(await ids(everyone, `, table: { rows: "werkdruk", columns: ["sector"], ${same} }`)).toEqual([all[2]])
  expect(await ids(everyone, ', table: { rows: "werkdruk" }')).toEqual([])
  const ofQuestion = await ask(
    everyone,
    '{ variable(code: "werkdruk") { questions(first: 9) { nodes { wave { code } reflections(first: 9) { nodes { id } } } } } }',
  )
  expect(JSON.stringify(ofQuestion)).toContain(all[1])
})

test('of two who change the same, the second is told what is different now; nothing is lost', async () => {
  const { item } = await create({})
  const { id } = item!
  const other = { nl: 'Anders.', en: 'Different.' }
  const changes = await Promise.all(
    [other, { ...other, en: 'Other.' }].map((one) =>
      change(
        staff,
        'changeReflection',
        'reflection',
        { id, version: 1, text: one },
        'id version text(language: EN)',
      ),
    ),
  )
  const won = changes.find(({ errors }) => errors.length === 0)
  const lost = changes.find(({ errors }) => errors.length > 0)
  expect(won?.item?.version).toBe(2)
  expect(lost).toMatchObject({ item: null, errors: [{ code: 'CONFLICT', field: 'version' }] })
  expect(lost?.errors[0]?.message).toContain(`text.en is now "${won?.item?.text}"`)
  expect((await remove(staff, 'removeReflection', id, 1)).errors).toMatchObject([{ code: 'CONFLICT' }])
  expect(await remove(staff, 'removeReflection', id, 2)).toEqual({ removedId: id, errors: [] })
  expect((await remove(staff, 'removeReflection', id, 2)).errors).toMatchObject([{ code: 'NOT_FOUND' }])
})

test('a wave that one may not know of tells nothing, nor what is about it', async () => {
  await create({ wave: 'peo-2023', published: true })
  await create({ wave: 'peo-2021', published: true })
  await database.prisma.wave.update({ where: { code: 'peo-2021' }, data: { audience: 'PARTNERS' } })
  const partner = createApp(database, { viewer: { role: 'PARTNER' } })
  const professional = createApp(database, { viewer: { role: 'PROFESSIONAL' } })
  for (const [app, hidden] of [
    [everyone, true],
    [professional, false],
    [partner, false],
  ] as const) {
    expect(await read(app, 'peo-2023')).toBeNull()
    expect((await read(app, 'peo-2021')) === null).toBe(hidden)
  }
  expect(await read(staff, 'peo-2023')).toHaveLength(1)
})

test.each([
  [{ wave: 'peo-1999' }, 'UNKNOWN_WAVE', 'wave'],
  [{ question: 'x' }, 'INVALID_INPUT', 'question'],
  [{ question: 'werkdruk', table }, 'INVALID_INPUT', 'table'],
  [{ table: { rows: 'x' } }, 'INVALID_INPUT', 'table'],
  [{ table: { rows: 'werkdruk', columns: ['werkdruk'] } }, 'INVALID_INPUT', 'table'],
  [{ table: { rows: 'werkdruk', columns: ['organisatie'] } }, 'INVALID_INPUT', 'table'],
  [{ question: 'organisatie' }, 'INVALID_INPUT', 'question'],
  [{ table: { ...table, filter: [{ variable: 'ervaring', categories: ['x'] }] } }, 'INVALID_INPUT', 'table'],
  [{ table: { ...table, filter: [{ variable: 'ervaring', categories: [] }] } }, 'INVALID_INPUT', 'table'],
  [{ text: { nl: ' ', en: 'x' } }, 'INVALID_INPUT', 'text.nl'],
  [{ text: { nl: 'x', en: 'x'.repeat(4001) } }, 'INVALID_INPUT', 'text.en'],
])('no reflection is made with %j', async (input, code, field) => {
  expect(await create(input)).toMatchObject({ item: null, errors: [{ code, field }] })
})

test('a question that somebody reflected on is not taken out, nor made one that each partner sees its own part of', async () => {
  const wave = 'denk-2030'
  await waveChanged(staff, 'createWave', { code: wave })
  const label = { labelNl: 'x', labelEn: 'x' }
  const question = (variable: string, partnerBoundary = false) => ({
    ...{
      variable,
      measurement: 'NOMINAL',
      background: true,
      wordingNl: 'x',
      wordingEn: 'x',
      partnerBoundary,
    },
    categories: [
      { code: '1', ...label },
      { code: '2', ...label },
    ],
  })
  let version = 1
  for (const variable of ['stad', 'baas'])
    version = await waveChanged(staff, 'saveQuestion', { wave, version, question: question(variable) })
  const refused = (variable: string) => ({
    errors: [
      { code: 'WRONG_STATE', field: 'variable', message: expect.stringContaining(`on ${variable}, `) },
    ],
  })
  const all = [
    await create({ wave, question: 'stad' }),
    await create({ wave, table: { rows: 'stad', columns: ['baas'] } }),
  ]
  expect(all.map(({ errors }) => errors)).toEqual([[], []])
  for (const variable of ['stad', 'baas']) {
    const removed = await waveChange(staff, 'removeQuestion', { wave, version, variable })
    expect(removed).toMatchObject(refused(variable))
    const parted = { wave, version, question: question(variable, true) }
    expect(await waveChange(staff, 'saveQuestion', parted)).toMatchObject(refused(variable))
  }
  expect(await waveChange(staff, 'removeWave', { wave, version })).toMatchObject({ errors: [] })
})
