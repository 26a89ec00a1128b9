import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { change, remove } from '../follow-up/testing/change.ts'
import { newProfessional } from '../follow-up/testing/new-professional.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database
let staff: App
let everyone: App
let pia: Awaited<ReturnType<typeof newProfessional>>
let tom: Awaited<ReturnType<typeof newProfessional>>
beforeAll(async () => {
  database = await testDatabase('examples')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
  everyone = createApp(database)
  pia = await newProfessional(database, 'Pia Bloem')
  tom = await newProfessional(database, 'Tom Tak')
})

const say = (app: App, input: object = {}) =>
  change(
    app,
    'createRemark',
    'remark',
    { wave: 'peo-2022', text: 'Dit herken ik.', ...input },
    'id version status',
  )
const moderate = (input: object) =>
  change(staff, 'moderateRemark', 'remark', input, 'id version status reason')

interface Remarks {
  readonly wave: { readonly remarks: { readonly nodes: readonly { readonly id: string }[] } } | null
}

async function find(app: App, id: string, about = ''): Promise<object | undefined> {
  const { data } = await ask<Remarks>(
    app,
    `{ wave(code: "peo-2022") { remarks(first: 100${about}) { nodes { id author isMine status reason table { rows } question { variable { code } } } } } }`,
  )
  return data.wave?.remarks.nodes.find((one) => one.id === id)
}

test('a remark waits until staff approve it, and is gone from others when staff hide it with a reason', async () => {
  const { id, version, status } = (await say(pia.app)).item!
  expect([version, status]).toEqual([1, 'WAITING'])
  const readers = async () => {
    const found = await Promise.all([staff, pia.app, tom.app, everyone].map((app) => find(app, id)))
    return found.map((one) => one !== undefined)
  }
  expect(await readers()).toEqual([true, true, false, false])
  const waiting = await ask(staff, '{ remarks(first: 100, status: WAITING) { nodes { id wave { code } } } }')
  expect(JSON.stringify(waiting)).toContain(id)
  expect((await moderate({ id, version: 1, status: 'APPROVED' })).item).toMatchObject({ status: 'APPROVED' })
  expect(await readers()).toEqual([true, true, true, true])
  expect((await moderate({ id, version: 2, status: 'HIDDEN' })).errors).toMatchObject([{ field: 'reason' }])
  const stale = await moderate({ id, version: 1, status: 'HIDDEN', reason: 'Een naam.' })
  expect(stale.errors).toMatchObject([{ code: 'CONFLICT' }])
  await moderate({ id, version: 2, status: 'HIDDEN', reason: 'Een naam.' })
  expect(await readers()).toEqual([true, true, false, false])
  expect(await find(pia.app, id)).toMatchObject({ status: 'HIDDEN', reason: 'Een naam.', isMine: true })
})

test('there is nothing to say under a table that nobody can see', async () => {
  const table = { rows: 'werkdruk', columns: ['sector', 'ervaring'] }
  const { item, errors } = await say(pia.app, { table })
  expect([item, errors]).toMatchObject([
    null,
    [{ field: 'table', message: expect.stringContaining('is not released together') }],
  ])
})

test('it is about a question or a table, and its author has no name unless they chose to show it', async () => {
  const asked = (await say(pia.app, { question: 'werkdruk' })).item!.id
  const shown = (await say(pia.app, { table: { rows: 'werkdruk' }, showName: true })).item!.id
  for (const id of [asked, shown]) await moderate({ id, version: 1, status: 'APPROVED' })
  const question = { variable: { code: 'werkdruk' } }
  for (const app of [staff, tom.app, everyone]) {
    expect(await find(app, asked, ', question: "werkdruk"')).toMatchObject({
      author: null,
      isMine: false,
      question,
    })
    expect(await find(app, shown, ', table: { rows: "werkdruk" }')).toMatchObject({ author: 'Pia Bloem' })
  }
  expect(await find(everyone, asked, ', table: { rows: "werkdruk" }')).toBeUndefined()
})

test('only a wave whose results are out has a conversation, and a hidden one shows none', async () => {
  expect((await say(pia.app, { wave: 'peo-2023' })).errors).toMatchObject([{ code: 'UNKNOWN_WAVE' }])
  const { id } = (await say(pia.app, { wave: 'peo-2021' })).item!
  await moderate({ id, version: 1, status: 'APPROVED' })
  const remarks = '{ wave(code: "peo-2021") { remarks(first: 9) { nodes { id } } } }'
  expect(JSON.stringify(await ask(everyone, remarks))).toContain(id)
  const update = (data: object) => database.prisma.wave.update({ where: { code: 'peo-2021' }, data })
  await update({ status: 'WITHDRAWN' })
  expect((await say(pia.app, { wave: 'peo-2021' })).errors).toMatchObject([
    { code: 'INVALID_INPUT', field: 'wave' },
  ])
  await update({ audience: 'PARTNERS' })
  expect(await ask(everyone, remarks)).toEqual({ data: { wave: null } })
  const variable =
    '{ variable(code: "werkdruk") { questions(first: 9) { nodes { wave { code } remarks(first: 9) { nodes { id } } } } } }'
  expect(JSON.stringify(await ask(everyone, variable))).not.toContain('peo-2021')
  await update({ status: 'PUBLISHED' })
  expect(await ask(everyone, remarks)).toEqual({ data: { wave: null } })
  expect(JSON.stringify(await ask(tom.app, remarks))).toContain(id)
  expect((await say(pia.app, { wave: 'peo-2021' })).errors).toEqual([])
})

test('one removes a remark of one’s own alone; of an account that is gone it stays, without a name', async () => {
  const mine = (await say(pia.app)).item!
  expect((await remove(tom.app, 'removeRemark', mine.id, 1)).errors).toMatchObject([{ code: 'NOT_FOUND' }])
  expect((await remove(staff, 'removeRemark', mine.id, 1)).errors).toMatchObject([{ code: 'NOT_FOUND' }])
  expect(await remove(pia.app, 'removeRemark', mine.id, 1)).toEqual({ removedId: mine.id, errors: [] })
  const gone = await newProfessional(database, 'Gone')
  const { id } = (await say(gone.app, { showName: true })).item!
  await moderate({ id, version: 1, status: 'APPROVED' })
  expect(await find(everyone, id)).toMatchObject({ author: 'Gone' })
  await ask(staff, 'mutation ($id: ID!) { removeProfessionalAccount(id: $id) { errors { code } } }', {
    id: gone.id,
  })
  expect(await find(everyone, id)).toMatchObject({ author: null, isMine: false })
})

test('the audit log has who took part in what way, and nothing of what they said', async () => {
  const { id, app } = await newProfessional(database, 'Logged')
  await say(app, { text: 'Heel persoonlijk' })
  await change(app, 'createProposal', 'proposal', { kind: 'QUESTION', text: 'Heel persoonlijk' })
  await app.close()
  const entries = await database.prisma.auditEntry.findMany({
    where: { account: id },
    orderBy: { id: 'asc' },
  })
  const told = entries.map(({ account, role, subject, waves, asked }) => ({
    account,
    role,
    subject,
    waves,
    asked,
  }))
  const common = { account: id, role: 'PROFESSIONAL', waves: [], asked: {} }
  expect(told).toEqual([
    { subject: 'createRemark', ...common },
    { subject: 'createProposal', ...common },
  ])
})

test.each([
  'EVERYONE',
  'PARTNER',
  'RESEARCHER',
  'PROFESSIONAL',
] as const)('%s does what is for them alone', async (role) => {
  const app = createApp(database, { viewer: { role }, account: 'x' })
  const code = role === 'EVERYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
  const staffOnly = [
    '{ remarks(first: 1) { nodes { id } } }',
    'mutation { moderateRemark(input: { id: "x", version: 1, status: APPROVED }) { errors { code } } }',
  ]
  const forProfessionals = [
    'mutation { createRemark(input: { wave: "peo-2022", text: "x" }) { errors { code } } }',
  ]
  for (const document of role === 'PROFESSIONAL' ? staffOnly : [...staffOnly, ...forProfessionals]) {
    const { errors } = await ask(app, document)
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code])
  }
})
