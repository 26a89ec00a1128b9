import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { findEntry } from '../collection/find-entry.ts'
import { submitAnswers } from '../collection/submit-answers.ts'
import { fieldingWave } from '../collection/testing/fielding-wave.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Payload {
  readonly address: string | null
  readonly answerLink: {
    readonly id: string
    readonly organisation: string | null
    readonly revoked: boolean
  } | null
  readonly errors: readonly { readonly code: string; readonly field: string }[]
}

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('empty')
  staff = createApp(database, { viewer: { role: 'STAFF' }, url: 'https://peo.example.org' })
})

async function change(mutation: string): Promise<Payload> {
  const { data, errors } = await ask<{ change: Payload }>(
    staff,
    `mutation { change: ${mutation} { address answerLink { id organisation revoked } errors { code field } } }`,
  )
  expect(errors).toBeUndefined()
  return data.change
}

const secretOf = (address: string | null) => address!.slice('https://peo.example.org/answer/'.length)

test('a link is told once, answers for its organisation, and works until it is revoked', async () => {
  const { id: waveId } = await fieldingWave(database.prisma, 'open')
  const own = await change('createAnswerLink(input: { wave: "open", organisation: "org_b" })')
  const all = await change('createAnswerLink(input: { wave: "open" })')
  expect([own.errors, all.errors, all.answerLink?.organisation]).toEqual([[], [], null])
  expect(own.address).toMatch(/^https:\/\/peo\.example\.org\/answer\/\w{4}(-\w{4}){3}$/)
  const entry = { kind: 'LINK', waveId, waveCode: 'open', organisation: 'org_b' }
  expect(await findEntry(database.prisma, secretOf(own.address))).toEqual(entry)
  for (let time = 0; time < 5; time++)
    expect(await submitAnswers(database.prisma, secretOf(own.address), { joy: 7 })).toEqual({ stored: true })
  const { id } = own.answerLink!
  expect(await change(`revokeAnswerLink(id: "${id}")`)).toEqual({
    address: null,
    answerLink: { id, organisation: 'org_b', revoked: true },
    errors: [],
  })
  expect(await findEntry(database.prisma, secretOf(own.address))).toEqual({ problem: 'UNKNOWN' })
  const { data } = await ask(
    staff,
    '{ wave(code: "open") { answerLinks { organisation revoked } responses { total byOrganisation { organisation count } } } }',
  )
  expect(data).toEqual({
    wave: {
      answerLinks: [
        { organisation: null, revoked: false },
        { organisation: 'org_b', revoked: true },
      ],
      responses: {
        total: 5,
        byOrganisation: [
          { organisation: 'org_a', count: null },
          { organisation: 'org_b', count: 5 },
          { organisation: 'org_c', count: null },
        ],
      },
    },
  })
})

test('links are for organisations of a wave that is not closed', async () => {
  await fieldingWave(database.prisma, 'closed')
  const unknown = await change('createAnswerLink(input: { wave: "closed", organisation: "org_x" })')
  expect(unknown.errors).toEqual([{ code: 'INVALID_INPUT', field: 'organisation' }])
  await database.prisma.wave.update({ where: { code: 'closed' }, data: { status: 'CLOSED' } })
  const late = await change('createAnswerLink(input: { wave: "closed" })')
  expect(late).toEqual({ address: null, answerLink: null, errors: [{ code: 'WRONG_STATE', field: 'wave' }] })
  expect((await change('revokeAnswerLink(id: "x")')).errors).toEqual([{ code: 'NOT_FOUND', field: 'id' }])
})
