import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import type { App } from '../app.ts'
import { findEntry } from '../collection/find-entry.ts'
import { fieldingWave } from '../collection/testing/fielding-wave.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { loggedStaff } from '../testing/logged-staff.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Payload {
  readonly csv: string | null
  readonly wave: { readonly version: number; readonly invited: number | null } | null
  readonly errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]
}

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('empty')
  const url = 'https://peo.example.org'
  staff = loggedStaff(database, { url })
})

async function change(mutation: 'createInvitations' | 'revokeInvitations', input: object): Promise<Payload> {
  const type = mutation === 'createInvitations' ? 'CreateInvitationsInput' : 'RevokeInvitationsInput'
  const { data, errors } = await ask<Record<string, Payload>>(
    staff,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
       csv wave { version invited } errors { code field message } } }`,
    { input },
  )
  expect(errors).toBeUndefined()
  return data[mutation]!
}

const entries = async (csv: string | null) => {
  const rows: Record<string, string>[] = parse(csv ?? '', { columns: true })
  return Promise.all(rows.map(({ code }) => findEntry(database.prisma, code!)))
}

test('invitations are told once, for mailing; of each a hash is kept, and no time', async () => {
  const { id: waveId } = await fieldingWave(database.prisma, 'mailed')
  const { csv, errors } = await change('createInvitations', {
    wave: 'mailed',
    number: 3,
    organisation: 'org_a',
  })
  expect(errors).toEqual([])
  const lines = csv!.split('\r\n')
  expect(lines).toHaveLength(5)
  expect(lines[0]).toBe('code,link,organisatie')
  const line = /^([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}),https:\/\/peo\.example\.org\/answer\/\1,org_a$/
  for (const one of lines.slice(1, 4)) expect(one).toMatch(line)
  for (const entry of await entries(csv)) {
    expect(entry).toEqual({ kind: 'INVITATION', waveId, waveCode: 'mailed', organisation: 'org_a' })
  }
  const stored = await database.prisma.invitation.findMany({ where: { waveId } })
  expect(stored.map(({ codeHash: _, ...rest }) => rest)).toEqual(
    stored.map(() => ({ waveId, organisation: 'org_a', used: false, revoked: false })),
  )
  const { data } = await ask<{ createInvitations: { nl: string; en: string } }>(
    staff,
    'mutation { createInvitations(input: { wave: "mailed", number: 1 }) { nl: csv en: csv(language: EN) } }',
  )
  const { nl, en } = data.createInvitations
  expect(en.split('\r\n')[0]).toBe('code,link,organisation')
  expect(en.split('\r\n')[1]).toBe(nl.split('\r\n')[1])
})

test('a wave says how many were invited: as staff said, or as many as invitations were made', async () => {
  const wave = 'counted'
  await fieldingWave(database.prisma, wave, { draft: true })
  await database.prisma.wave.update({ where: { code: wave }, data: { invited: 5 } })
  const made = async (number: number) => (await change('createInvitations', { wave, number })).wave
  expect(await made(3)).toEqual({ version: 2, invited: 5 })
  expect(await made(2)).toEqual({ version: 2, invited: 5 })
  expect(await made(2)).toEqual({ version: 3, invited: 7 })
  expect((await change('revokeInvitations', { wave })).wave).toEqual({ version: 3, invited: 7 })
  expect(await made(1)).toEqual({ version: 4, invited: 8 })
})

test('what nobody used is revoked: of an organisation, or all', async () => {
  const wave = 'revoked'
  await fieldingWave(database.prisma, wave)
  const make = (organisation: string | null) => change('createInvitations', { wave, number: 2, organisation })
  const [a, b, all] = [await make('org_a'), await make('org_b'), await make(null)]
  const open = async () =>
    Promise.all(
      [a, b, all].map(async ({ csv }) => (await entries(csv)).filter((one) => 'kind' in one).length),
    )
  expect(await open()).toEqual([2, 2, 2])
  expect(await change('revokeInvitations', { wave, organisation: 'org_a' })).toMatchObject({
    csv: null,
    errors: [],
  })
  expect(await open()).toEqual([0, 2, 2])
  expect((await change('revokeInvitations', { wave })).errors).toEqual([])
  expect(await open()).toEqual([0, 0, 0])
})

test('a wrong number, organisation or wave is refused, and nothing is made', async () => {
  const wave = 'refused'
  await fieldingWave(database.prisma, wave)
  const refused = async (given: object) => {
    const { csv, errors } = await change('createInvitations', { wave, number: 1, ...given })
    expect(csv).toBeNull()
    return errors.map(({ code, field }) => `${code} ${field}`)
  }
  expect(await refused({ number: 0 })).toEqual(['INVALID_INPUT number'])
  expect(await refused({ number: 5001 })).toEqual(['INVALID_INPUT number'])
  expect(await refused({ organisation: 'org_x' })).toEqual(['INVALID_INPUT organisation'])
  expect(await refused({ wave: 'nowhere' })).toEqual(['UNKNOWN_WAVE wave'])
  expect(await database.prisma.invitation.count({ where: { wave: { code: wave } } })).toBe(0)
})

test('invitations are for a wave that is not closed', async () => {
  const wave = 'over'
  await fieldingWave(database.prisma, wave)
  await database.prisma.wave.update({ where: { code: wave }, data: { status: 'CLOSED' } })
  for (const mutation of ['createInvitations', 'revokeInvitations'] as const) {
    const { errors } = await change(mutation, {
      wave,
      ...(mutation === 'createInvitations' && { number: 1 }),
    })
    expect(errors).toMatchObject([{ code: 'WRONG_STATE', field: 'wave' }])
  }
})

test('the audit log says what was made and revoked, and no code', async () => {
  const wave = 'logged'
  await fieldingWave(database.prisma, wave)
  const { csv } = await change('createInvitations', { wave, number: 2, organisation: 'org_b' })
  await change('revokeInvitations', { wave, organisation: 'org_b' })
  await staff.close()
  const log = await database.prisma.auditEntry.findMany({
    where: { waves: { has: wave } },
    orderBy: { id: 'asc' },
  })
  expect(log.map(({ account, subject, asked }) => [account, subject, asked])).toEqual([
    ['anna', 'createInvitations', { input: { wave, number: 2, organisation: 'org_b' } }],
    ['anna', 'revokeInvitations', { input: { wave, organisation: 'org_b' } }],
  ])
  const all = JSON.stringify(await database.prisma.auditEntry.findMany(), (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  for (const code of csv!.match(/\w{4}(-\w{4}){3}/g)!) expect(all).not.toContain(code)
})
