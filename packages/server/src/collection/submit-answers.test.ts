import { inspect } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import { newSecret } from '../access/secrets.ts'
import type { Database } from '../database/database.ts'
import type { Answers } from '../import/answers.ts'
import { testDatabase } from '../testing/test-database.ts'
import { closeWave } from '../wave-life/advance-wave.ts'
import { findEntry } from './find-entry.ts'
import { hashCode, newCode } from './secret-code.ts'
import { submitAnswers } from './submit-answers.ts'
import { fieldingWave } from './testing/fielding-wave.ts'
import { storedAnswers } from './testing/stored-answers.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase('empty')
})

let waves = 0

/** A wave with a code and a link, perhaps of an organisation. */
async function collecting({
  organisation = null as string | null,
  draft = false,
  fieldworkTo = new Date('2999-12-31'),
} = {}) {
  const { prisma } = database
  const { id: waveId, code: wave } = await fieldingWave(prisma, `wave-${++waves}`, { draft, fieldworkTo })
  const [code, link] = [newCode(), newCode()]
  await prisma.invitation.create({ data: { waveId, organisation, codeHash: hashCode(code)! } })
  await prisma.answerLink.create({ data: { waveId, organisation, secretHash: hashCode(link)! } })
  return { prisma, waveId, wave, code, link }
}

const answers = { pressure: '1', joy: 7.5, causes: ['hours'], comment: ' So be it. ' }

test('a code works once; what is stored is what was answered, and the organisation of the code', async () => {
  const { prisma, waveId, wave, code } = await collecting({ organisation: 'org_b' })
  expect(await findEntry(prisma, code)).toEqual({
    kind: 'INVITATION',
    waveId,
    waveCode: wave,
    organisation: 'org_b',
  })
  expect(await submitAnswers(prisma, code, { ...answers, employer: 'org_c' })).toEqual({ stored: true })
  expect(await storedAnswers(prisma, waveId)).toEqual([
    { ...answers, employer: 'org_b', comment: 'So be it.' },
  ])
  expect(await findEntry(prisma, code)).toEqual({ problem: 'USED', waveCode: wave })
  expect(await submitAnswers(prisma, code, answers)).toEqual({ problem: 'USED', waveCode: wave })
  expect(await prisma.invitation.findMany({ where: { waveId } })).toEqual([
    { waveId, codeHash: hashCode(code), used: true, revoked: false, organisation: null },
  ])
  expect(await storedAnswers(prisma, waveId)).toHaveLength(1)
})

test('a link works as often as it is used, until it is revoked', async () => {
  const { prisma, waveId, wave, link } = await collecting()
  expect(await findEntry(prisma, link)).toEqual({ kind: 'LINK', waveId, waveCode: wave, organisation: null })
  expect(await submitAnswers(prisma, link, { ...answers, employer: 'org_c' })).toEqual({ stored: true })
  expect(await submitAnswers(prisma, link, {})).toEqual({ stored: true })
  expect(await storedAnswers(prisma, waveId)).toHaveLength(2)
  await prisma.answerLink.updateMany({ where: { waveId }, data: { revoked: true } })
  expect(await findEntry(prisma, link)).toEqual({ problem: 'UNKNOWN' })
  expect(await submitAnswers(prisma, link, answers)).toEqual({ problem: 'UNKNOWN' })
})

test.each([
  'code',
  'link',
] as const)('a form that is sent again and again by a %s is stored once', async (kind) => {
  const { prisma, waveId, wave, [kind]: secret } = await collecting()
  const token = newSecret()
  const send = (form: string | null) => submitAnswers(prisma, secret, answers, form)
  const twice = await Promise.all(Array.from({ length: 20 }, () => send(token)))
  expect([...twice, await send(token)]).toEqual(Array.from({ length: 21 }, () => ({ stored: true })))
  expect(await storedAnswers(prisma, waveId)).toHaveLength(1)
  const other = kind === 'link' ? { stored: true } : { problem: 'USED', waveCode: wave }
  expect([await send(newSecret()), await send(null)]).toEqual([other, other])
  expect(await storedAnswers(prisma, waveId)).toHaveLength(kind === 'link' ? 3 : 1)
  expect(await prisma.sentForm.count({ where: { waveId } })).toBe(kind === 'link' ? 2 : 1)
  await closeWave(prisma, { wave, version: 3 })
  expect(await prisma.sentForm.count({ where: { waveId } })).toBe(0)
  expect(await send(token)).toEqual({ problem: 'CLOSED', waveCode: wave })
})

test('a revoked or unknown code opens nothing, nor does what is no code', async () => {
  const { prisma, waveId, code } = await collecting()
  await prisma.invitation.updateMany({ where: { waveId }, data: { revoked: true } })
  for (const secret of [code, newCode(), 'x', '']) {
    expect(await findEntry(prisma, secret)).toEqual({ problem: 'UNKNOWN' })
    expect(await submitAnswers(prisma, secret, answers)).toEqual({ problem: 'UNKNOWN' })
  }
  expect(await storedAnswers(prisma, waveId)).toEqual([])
})

test('a wave takes answers from when it is opened until it is closed or its last day is over', async () => {
  const refused = async ({ prisma, waveId, wave, code, link }: Awaited<ReturnType<typeof collecting>>) => {
    const problems = new Set<string>()
    for (const secret of [code, link]) {
      for (const outcome of [await findEntry(prisma, secret), await submitAnswers(prisma, secret, {})]) {
        expect(outcome).toMatchObject({ waveCode: wave })
        problems.add('problem' in outcome ? outcome.problem : 'none')
      }
    }
    expect(await storedAnswers(prisma, waveId)).toEqual([])
    return [...problems]
  }
  expect(await refused(await collecting({ draft: true }))).toEqual(['NOT_OPEN'])
  expect(await refused(await collecting({ fieldworkTo: new Date('2020-02-01') }))).toEqual(['CLOSED'])
  const byHand = await collecting()
  await closeWave(byHand.prisma, { wave: byHand.wave, version: 3 })
  expect(await refused(byHand)).toEqual(['CLOSED'])
})

test('what the questionnaire does not have is not stored, and the code can still be used', async () => {
  const { prisma, waveId, wave, code } = await collecting({ organisation: 'org_a' })
  const problems = async (given: Answers) => {
    const outcome = await submitAnswers(prisma, code, given)
    if (!('answers' in outcome)) throw new Error(JSON.stringify(outcome))
    expect(outcome).toMatchObject({ problem: 'WRONG_ANSWERS', waveCode: wave })
    return outcome.answers.map((one) => `${one.variable} ${one.code}`)
  }
  expect(await problems({ salary: '1', __proto__x: 'x' })).toEqual([
    'salary UNKNOWN_VARIABLE',
    '__proto__x UNKNOWN_VARIABLE',
  ])
  expect(await problems({ pressure: '3' })).toEqual(['pressure UNKNOWN_CATEGORY'])
  expect(await problems({ pressure: ['1'] })).toEqual(['pressure UNKNOWN_CATEGORY'])
  expect(await problems({ pressure: '1', causes: 'hours' })).toEqual(['causes UNKNOWN_CATEGORY'])
  expect(await problems({ pressure: '1', causes: ['hours', 'pay'] })).toEqual(['causes UNKNOWN_CATEGORY'])
  expect(await problems({ pressure: '2', causes: ['hours'] })).toEqual(['causes EXCLUDED_BY_ROUTING'])
  expect(await problems({ causes: [] })).toEqual(['causes EXCLUDED_BY_ROUTING'])
  expect(await problems({ joy: 11 })).toEqual(['joy OUT_OF_RANGE'])
  expect(await problems({ joy: 'much' })).toEqual(['joy NOT_A_NUMBER'])
  expect(await problems({ comment: 'x'.repeat(5001) })).toEqual(['comment TOO_LONG'])
  expect(await storedAnswers(prisma, waveId)).toEqual([])
  expect(await submitAnswers(prisma, code, { comment: '\0 x \ud800', pressure: ' ', joy: '7' })).toEqual({
    stored: true,
  })
  expect(await storedAnswers(prisma, waveId)).toEqual([
    { employer: 'org_a', comment: '\ufffd x \ufffd', joy: 7 },
  ])
})

test('of a hundred tries of one code at once, one is stored; different codes at once all are', async () => {
  const { prisma, waveId, wave, code } = await collecting()
  const tries = Array.from({ length: 100 }, (_, joy) => submitAnswers(prisma, code, { joy: 1 + (joy % 10) }))
  const outcomes = await Promise.all(tries)
  expect(outcomes.filter((outcome) => 'stored' in outcome)).toHaveLength(1)
  const others = outcomes.filter((outcome) => !('stored' in outcome))
  expect(others).toEqual(others.map(() => ({ problem: 'USED', waveCode: wave })))
  expect(await storedAnswers(prisma, waveId)).toHaveLength(1)
  const codes = Array.from({ length: 40 }, newCode)
  await prisma.invitation.createMany({ data: codes.map((one) => ({ waveId, codeHash: hashCode(one)! })) })
  const stored = await Promise.all(
    codes.map((one, place) => submitAnswers(prisma, one, { comment: `no ${place}` })),
  )
  expect(new Set(stored.map((outcome) => JSON.stringify(outcome)))).toEqual(new Set(['{"stored":true}']))
  expect(await storedAnswers(prisma, waveId)).toHaveLength(41)
  expect(await prisma.invitation.count({ where: { waveId, used: true } })).toBe(41)
})

const untouched = async (waveId: string, code: string) => {
  expect(await storedAnswers(database.prisma, waveId)).toEqual([{ joy: 1 }])
  expect(await findEntry(database.prisma, code)).toMatchObject({ kind: 'INVITATION' })
}

test.each([
  'Invitation',
  'Respondent',
  'SentForm',
])('what fails when it writes to %s stores nothing, and says nothing of it', async (table) => {
  const { prisma, waveId, code, link } = await collecting()
  expect(await submitAnswers(prisma, link, { joy: 1 })).toEqual({ stored: true })
  const sql = (statements: string) => database.withSql((runner) => runner.execute(statements))
  await sql(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room for %', NEW; END $$;
    CREATE TRIGGER fail BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION fail();`)
  try {
    const error = await submitAnswers(prisma, code, { comment: 'between us' }, newSecret()).catch(
      (reason: unknown) => reason as Error,
    )
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: 9 })).toContain('P0001')
    expect(inspect(error, { depth: 9 })).not.toMatch(/between us|no room|[0-9a-f]{64}/)
    await untouched(waveId, code)
  } finally {
    await sql('DROP FUNCTION fail CASCADE')
  }
  expect(await submitAnswers(prisma, code, { joy: 2 })).toEqual({ stored: true })
  expect(await storedAnswers(prisma, waveId)).toHaveLength(2)
})

test('a connection that breaks halfway stores nothing', async ({ skip }) => {
  skip(database.kind === 'embedded', 'an embedded database has no connection')
  const { prisma, waveId, code, link } = await collecting()
  expect(await submitAnswers(prisma, link, { joy: 1 })).toEqual({ stored: true })
  await database.withSql(async (sql) => {
    await sql.execute('BEGIN; LOCK TABLE "Respondent" IN SHARE MODE')
    const submission = submitAnswers(prisma, code, { joy: 2 }).catch((reason: unknown) => reason)
    // It marked the invitation as used, and waits to write the answers.
    const waiting = `FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    await expect.poll(() => sql.query(`SELECT 1 ${waiting}`), { timeout: 30_000 }).toHaveLength(1)
    await sql.query(`SELECT pg_terminate_backend(pid) ${waiting}`)
    expect(await submission).toBeInstanceOf(Error)
    await sql.execute('ROLLBACK')
  })
  await untouched(waveId, code)
  expect(await submitAnswers(prisma, code, { joy: 2 })).toEqual({ stored: true })
})
