import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { change, remove } from '../follow-up/testing/change.ts'
import { ask } from '../testing/ask.ts'
import { countStatements } from '../testing/count-statements.ts'
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

const text = { nl: 'Doe het.', en: 'Do it.' }
const fields = 'id version status position addressees published'
const create = (input: object) => {
  const whole = { wave: 'peo-2022', addressees: ['GIS'], text, ...input }
  return change(staff, 'createRecommendation', 'recommendation', whole, fields)
}
const changeIt = (input: object) => change(staff, 'changeRecommendation', 'recommendation', input, fields)
const note = (input: object) =>
  change(staff, 'createFollowUp', 'followUp', { text, ...input }, 'id version text wave { code }')

interface Recommended {
  readonly recommendations: {
    readonly nodes: readonly {
      readonly id: string
      readonly wave: { readonly code: string }
      readonly followUps: readonly {
        readonly text: string
        readonly wave: { readonly code: string } | null
      }[]
    }[]
  }
}

async function list(app: App, filter = ''): Promise<Recommended['recommendations']['nodes']> {
  const { data } = await ask<Recommended>(
    app,
    `{ recommendations(first: 100${filter}) { nodes { id wave { code } followUps { text wave { code } } } } }`,
  )
  return data.recommendations.nodes
}

test('a recommendation is addressed to several, gets a status, and is read once it is published', async () => {
  const { item } = await create({ addressees: ['GIS', 'PROVIDERS', 'GIS'] })
  expect(item).toEqual({
    ...{ id: item!.id, version: 1, status: 'NEW', position: 6, published: false },
    addressees: ['GIS', 'PROVIDERS'],
  })
  const has = async (app: App, filter?: string) => (await list(app, filter)).some(({ id }) => id === item!.id)
  expect([await has(staff), await has(everyone)]).toEqual([true, false])
  const changed = await changeIt({ id: item!.id, version: 1, status: 'TAKEN_UP', published: true })
  expect(changed.item).toMatchObject({ version: 2, status: 'TAKEN_UP', addressees: ['GIS', 'PROVIDERS'] })
  expect(await has(everyone, ', addressee: PROVIDERS, status: TAKEN_UP')).toBe(true)
  expect(await has(everyone, ', addressee: PROFESSIONALS')).toBe(false)
  expect(await has(everyone, ', status: DONE')).toBe(false)
  const stale = await changeIt({ id: item!.id, version: 1, status: 'DONE' })
  expect(stale.errors).toMatchObject([{ code: 'CONFLICT', field: 'version' }])
  expect(stale.errors[0]?.message).toContain('status is now "TAKEN_UP"')
  expect(await remove(staff, 'removeRecommendation', item!.id, 2)).toMatchObject({ removedId: item!.id })
})

test('notes follow it over later waves, but for those of waves that the reader may not know of', async () => {
  const { item } = await create({ wave: 'peo-2021', published: true })
  const recommendation = item!.id
  const first = await note({ recommendation, wave: 'peo-2022' })
  expect(first.item).toMatchObject({ text: text.nl, wave: { code: 'peo-2022' } })
  expect((await note({ recommendation, wave: 'peo-2023' })).errors).toEqual([])
  const waves = async (app: App) =>
    (await list(app)).find(({ id }) => id === recommendation)?.followUps.map(({ wave }) => wave?.code ?? null)
  expect(await waves(staff)).toEqual(['peo-2022', 'peo-2023'])
  expect(await waves(everyone)).toEqual(['peo-2022'])
  const { id } = first.item!
  const changed = await change(
    staff,
    'changeFollowUp',
    'followUp',
    { id, version: 1, wave: null },
    'id version wave { code }',
  )
  expect(changed.item).toEqual({ id, version: 2, wave: null })
  expect((await change(staff, 'changeFollowUp', 'followUp', { id, version: 1, text })).errors).toMatchObject([
    { code: 'CONFLICT' },
  ])
  expect(await remove(staff, 'removeFollowUp', id, 2)).toMatchObject({ removedId: id })
  for (const wave of ['peo-2021', 'peo-2020']) {
    expect((await note({ recommendation, wave })).errors).toMatchObject([
      { code: 'INVALID_INPUT', field: 'wave' },
    ])
  }
  expect((await note({ recommendation: 'x' })).errors).toMatchObject([{ code: 'NOT_FOUND' }])
})

test('a note on a wave is gone with it, not read by everyone', async () => {
  const { item } = await create({ wave: 'peo-2022', published: true })
  const wave = 'weg-2030'
  const days = { fieldworkFrom: '2030-01-01', fieldworkTo: '2030-01-31' }
  const version = await waveChanged(staff, 'createWave', { code: wave, ...days })
  expect((await note({ recommendation: item!.id, wave })).errors).toEqual([])
  expect((await waveChange(staff, 'removeWave', { wave, version })).errors).toEqual([])
  for (const app of [staff, everyone]) {
    expect((await list(app)).find(({ id }) => id === item!.id)?.followUps).toEqual([])
  }
})

test('which wave is later is told by its days, not by its code', async () => {
  const later = {
    code: 'eerst-a',
    titleNl: 'x',
    titleEn: 'x',
    theme: 'x',
    fieldworkFrom: new Date('2024-03-01'),
  }
  await database.prisma.wave.create({ data: later })
  const { item } = await create({ wave: 'peo-2022', published: true })
  expect((await note({ recommendation: item!.id, wave: 'eerst-a' })).errors).toEqual([])
  const own = await create({ wave: 'eerst-a' })
  expect((await note({ recommendation: own.item!.id, wave: 'peo-2022' })).errors).toMatchObject([
    { code: 'INVALID_INPUT', message: expect.stringContaining('no later wave') },
  ])
  const codes = [...new Set((await list(staff)).map(({ wave }) => wave.code))]
  expect(codes.slice(-3)).toEqual(['eerst-a', 'peo-2022', 'peo-2021'])
  await database.prisma.followUp.deleteMany({ where: { wave: { code: 'eerst-a' } } })
  await database.prisma.wave.delete({ where: { code: 'eerst-a' } })
})

test('of a hidden wave there is none', async () => {
  await create({ wave: 'peo-2023', published: true })
  const waves = async (app: App) => new Set((await list(app)).map(({ wave }) => wave.code))
  expect(await waves(staff)).toContain('peo-2023')
  expect(await waves(everyone)).toEqual(new Set(['peo-2022', 'peo-2021']))
})

test.each([
  [{ addressees: [] }, 'INVALID_INPUT', 'addressees'],
  [{ text: { nl: '', en: 'x' } }, 'INVALID_INPUT', 'text.nl'],
  [{ wave: 'x' }, 'UNKNOWN_WAVE', 'wave'],
])('none is made with %j', async (input, code, field) => {
  expect((await create(input)).errors).toMatchObject([{ code, field }])
})

test('the example has what the factsheets recommend, and what became of it', async () => {
  const examples = createApp(await testDatabase('examples'))
  const { data } = await ask<{ waves: { nodes: readonly object[] } }>(
    examples,
    `{ waves(first: 5) { nodes { code recommendations { text(language: EN) addressees status followUps { wave { code } } }
      findings { kind text(language: EN) } tasks: findings(kind: TASK) { text } meetings { kind heldOn attending } } } }`,
  )
  const [, first, second] = data.waves.nodes.length === 2 ? [null, ...data.waves.nodes] : data.waves.nodes
  expect(first).toMatchObject({
    code: 'peo-2021',
    recommendations: [
      { addressees: ['MUNICIPALITIES'], followUps: [] },
      { addressees: ['PROVIDERS', 'GIS'], followUps: [{ wave: { code: 'peo-2022' } }] },
      { addressees: ['PROFESSIONALS'], followUps: [] },
    ],
  })
  const { recommendations, findings, tasks, meetings } = second as Record<
    string,
    { kind: string; text: string }[]
  >
  expect(recommendations).toHaveLength(5)
  expect(findings!.map(({ kind }) => kind)).toEqual([
    ...['GOAL', 'EXPLANATION', 'DIFFERENCE', 'DIFFERENCE', 'DIFFERENCE', 'CAUSE', 'CAUSE', 'CAUSE'],
    ...['TASK', 'TASK', 'TASK', 'CONSEQUENCE', 'CONSEQUENCE', 'CONSEQUENCE'],
    ...['SOLUTION', 'SOLUTION', 'SOLUTION', 'SOLUTION'],
  ])
  expect(tasks![0]!.text).toBe('Zoeken naar zorg zonder wachtlijst.')
  expect(meetings).toContainEqual({ kind: 'WEBINAR', heldOn: null, attending: 14 })
})

test('any number of recommendations costs the same statements', async () => {
  // The audit log writes now and then, on its own time.
  const statements = async () =>
    (await countStatements(database, () => list(everyone))).statements.filter((sql) =>
      /"(Recommendation|FollowUp)"/.test(sql),
    ).length
  const before = await statements()
  expect(before).toBeGreaterThan(1)
  for (const _ of [1, 2, 3]) {
    const { item } = await create({ wave: 'peo-2021', published: true })
    await note({ recommendation: item!.id, wave: 'peo-2022' })
  }
  expect(await statements()).toBe(before)
})
