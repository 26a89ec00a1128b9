import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { change, type Payload, remove } from '../follow-up/testing/change.ts'
import { newProfessional } from '../follow-up/testing/new-professional.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database
let staff: App
let pia: Awaited<ReturnType<typeof newProfessional>>
let tom: Awaited<ReturnType<typeof newProfessional>>
beforeAll(async () => {
  database = await testDatabase('examples')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
  pia = await newProfessional(database, 'Pia Bloem')
  tom = await newProfessional(database, 'Tom Tak')
})

const propose = (app: App, input: object = {}) =>
  change(app, 'createProposal', 'proposal', { kind: 'THEME', text: 'Wachtlijsten', ...input })

async function support(app: App, id: string, supports = true): Promise<Payload> {
  const { data } = await ask<{ change: Payload }>(
    app,
    `mutation ($id: ID!, $supports: Boolean!) { change: supportProposal(id: $id, supports: $supports) {
      item: proposal { id version supporters isSupported isMine } errors { code field message } } }`,
    { id, supports },
  )
  return data.change
}

const decide = (input: object) =>
  change(staff, 'decideProposal', 'proposal', input, 'id version status reason wave { code }')

async function find(app: App, id: string): Promise<object | undefined> {
  const { data } = await ask<{ proposals: { nodes: readonly { readonly id: string }[] } }>(
    app,
    '{ proposals(first: 100) { nodes { id text author isMine supporters isSupported status reason wave { code } } } }',
  )
  return data.proposals.nodes.find((one) => one.id === id)
}

test('others support a proposal, once each, also when they ask at once; nobody the own one', async () => {
  const { id } = (await propose(pia.app)).item!
  const both = await Promise.all([1, 2, 3, 4].map(() => support(tom.app, id)))
  expect(both.map(({ errors }) => errors)).toEqual([[], [], [], []])
  expect(await find(tom.app, id)).toMatchObject({ supporters: 1, isSupported: true, isMine: false })
  expect(await find(pia.app, id)).toMatchObject({ supporters: 1, isSupported: false, isMine: true })
  expect((await support(pia.app, id)).errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'id' }])
  expect((await support(tom.app, id, false)).item).toMatchObject({ supporters: 0, isSupported: false })
  expect((await support(tom.app, 'x')).errors).toMatchObject([{ code: 'NOT_FOUND' }])
})

test('the most supported come first', async () => {
  const ids = [await propose(pia.app), await propose(pia.app)].map(({ item }) => item!.id)
  await support(tom.app, ids[1]!)
  const { data } = await ask<{ proposals: { nodes: readonly { readonly id: string }[] } }>(
    pia.app,
    '{ proposals(first: 1, kind: THEME, status: PROPOSED) { nodes { id } } }',
  )
  expect(data.proposals.nodes).toEqual([{ id: ids[1] }])
})

test('the name of the author is shown to nobody, staff neither, unless the author chose to', async () => {
  const hidden = (await propose(pia.app)).item!.id
  const shown = (await propose(pia.app, { showName: true })).item!.id
  for (const app of [staff, tom.app, pia.app]) {
    expect(await find(app, hidden)).toMatchObject({ author: null })
    expect(await find(app, shown)).toMatchObject({ author: 'Pia Bloem' })
  }
})

test('staff take it up or decline it with a reason; then nobody supports or removes it any longer', async () => {
  const { id } = (await propose(pia.app)).item!
  expect((await decide({ id, version: 1, status: 'DECLINED', reason: ' ' })).errors).toMatchObject([
    { field: 'reason' },
  ])
  const wave = 'peo-2023'
  const wrong = await decide({ id, version: 1, status: 'DECLINED', reason: 'x', wave })
  expect(wrong.errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'wave' }])
  const decided = await decide({ id, version: 1, status: 'TAKEN_UP', reason: 'Goed idee.', wave })
  expect(decided.item).toMatchObject({ version: 2, status: 'TAKEN_UP', wave: { code: wave } })
  const taken = await ask(staff, `{ wave(code: "${wave}") { proposals { id } } }`)
  expect(taken).toEqual({ data: { wave: { proposals: [{ id }] } } })
  const again = await decide({ id, version: 1, status: 'DECLINED', reason: 'Nee.' })
  expect(again.errors).toMatchObject([{ code: 'CONFLICT' }])
  expect(again.errors[0]?.message).toContain(
    'status is now "TAKEN_UP", reason is now "Goed idee.", wave is another now.',
  )
  // The wave is not published: who may not know of it does not read which it is.
  expect(await find(tom.app, id)).toMatchObject({ status: 'TAKEN_UP', reason: 'Goed idee.', wave: null })
  expect((await support(tom.app, id)).errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'id' }])
  expect((await remove(pia.app, 'removeProposal', id, 2)).errors).toMatchObject([{ code: 'NOT_FOUND' }])
  expect(await remove(staff, 'eraseProposal', id, 2)).toEqual({ removedId: id, errors: [] })
})

test('one removes a proposal of one’s own alone', async () => {
  const { id } = (await propose(pia.app)).item!
  expect((await remove(tom.app, 'removeProposal', id, 1)).errors).toMatchObject([{ code: 'NOT_FOUND' }])
  expect(await remove(pia.app, 'removeProposal', id, 1)).toEqual({ removedId: id, errors: [] })
})

test('nobody has more than twenty waiting, and none says nothing', async () => {
  const { app } = await newProfessional(database, 'Many')
  expect((await propose(app, { text: '' })).errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'text' }])
  for (const _ of Array.from({ length: 20 })) expect((await propose(app)).errors).toEqual([])
  expect((await propose(app)).errors).toMatchObject([{ code: 'INVALID_INPUT', field: 'text' }])
})

test('who has no account here takes no part', async () => {
  expect((await propose(staff)).errors).toMatchObject([{ code: 'UNKNOWN_ACCOUNT' }])
})

test.each([
  'EVERYONE',
  'PARTNER',
  'RESEARCHER',
] as const)('%s neither reads proposals nor makes them', async (role) => {
  const app = createApp(database, { viewer: { role }, account: pia.id })
  const code = role === 'EVERYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
  for (const document of [
    '{ proposals(first: 1) { nodes { id } } }',
    'mutation { createProposal(input: { kind: THEME, text: "x" }) { errors { code } } }',
    '{ wave(code: "peo-2022") { proposals { id } } }',
    'mutation { supportProposal(id: "x") { errors { code } } }',
    'mutation { decideProposal(input: { id: "x", version: 1, status: DECLINED, reason: "x" }) { errors { code } } }',
  ]) {
    const { errors } = await ask(app, document)
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code])
  }
})
