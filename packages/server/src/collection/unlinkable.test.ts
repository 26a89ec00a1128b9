import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { hashSecret, newSecret } from '../access/secrets.ts'
import type { App } from '../app.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { loggedStaff } from '../testing/logged-staff.ts'
import { testDatabase } from '../testing/test-database.ts'
import { closeWave } from '../wave-life/advance-wave.ts'
import { hashCode } from './secret-code.ts'
import { submitAnswers } from './submit-answers.ts'
import { fieldingWave } from './testing/fielding-wave.ts'
import { linkAttack, type Person } from './testing/link-attack.ts'
import { readEverything } from './testing/read-everything.ts'

/** So many answer. */
const people = 50

/** Of so many, by chance about one is linked rightly; more than these once in a million times. */
const byChance = 8

let database: Database
let staff: App
beforeAll(async () => {
  database = await testDatabase('empty')
  staff = loggedStaff(database)
})

/** Everything that the process prints from now on. */
function printed(): () => string {
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  )
  const spies = [
    ...streams,
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name)),
  ]
  onTestFinished(() => spies.forEach((spy) => void spy.mockRestore()))
  return () => JSON.stringify(spies.flatMap((spy) => spy.mock.calls))
}

const bytes = (hash: Uint8Array) => Buffer.from(hash).toString('hex')

/** A wave with invitations, and the codes of some of them, in an order of their own. */
async function invited(code: string) {
  const wave = await fieldingWave(database.prisma, code)
  const { data } = await ask<{ createInvitations: { csv: string } }>(
    staff,
    `mutation { createInvitations(input: { wave: "${code}", number: ${people + 10} }) { csv } }`,
  )
  const codes = data.createInvitations.csv.match(/^[^,]{19}(?=,)/gm)!
  return {
    wave,
    codes: codes
      .map((one) => [randomUUID(), one] as const)
      .sort()
      .map(([, one]) => one)
      .slice(0, people),
  }
}

/** Has one after the other answer, something that nobody else answers and too long to lie in its row. */
async function answerAll(
  codes: readonly string[],
  submit: (code: string, answers: object, token: string) => Promise<unknown>,
) {
  const all: Person[] = []
  for (const code of codes) {
    const answer = `${randomInt(1, 10)}.${randomInt(1e11, 1e12)}1`
    const token = newSecret()
    const given = { joy: Number(answer), comment: `${answer} ${randomBytes(3000).toString('base64')}` }
    await submit(code, given, token)
    all.push({ invitation: bytes(hashCode(code)!), form: bytes(hashSecret(token)), answer })
  }
  return all
}

const submit = async (code: string, answers: object, token: string) => {
  expect(await submitAnswers(database.prisma, code, { ...answers }, token)).toEqual({ stored: true })
}

test('nothing in the database or the log links an answer to an invitation, nor to when it was given', async () => {
  const output = printed()
  process.stdout.write('seen')
  const { wave, codes } = await invited('unlinkable')
  // Answers of another source do not stand out either.
  const imported = Array.from({ length: 30 }, () => ({ waveId: wave.id, answers: { joy: 7 } }))
  await database.prisma.respondent.createMany({ data: imported })
  const all = await answerAll(codes, submit)
  await staff.close()
  const rows = await readEverything(database)
  const [best] = linkAttack(rows, all)
  expect(best!.hits, best!.way).toBeLessThanOrEqual(byChance)
  const respondents = rows.filter(({ table }) => table === 'Respondent')
  expect(respondents).toHaveLength(people + 30)
  expect(rows.filter(({ table }) => table === 'SentForm')).toHaveLength(people)
  for (const column of ['xmin', 'cmin', 'xmax'])
    expect(new Set(respondents.map(({ columns }) => columns[column])).size, column).toBe(1)
  const told =
    output() + JSON.stringify(rows.filter(({ table }) => table !== 'Respondent' && table !== 'Invitation'))
  expect(told).toContain('seen')
  for (const [place, code] of codes.entries()) {
    for (const secret of [code, code.replaceAll('-', ''), all[place]!.invitation, all[place]!.answer])
      expect(told.includes(secret), secret).toBe(false)
  }
  expect(rows.filter(({ table }) => table === 'AuditEntry')).toHaveLength(1)
  await closeAndAttack(all)
})

async function closeAndAttack(all: readonly Person[]): Promise<void> {
  const { version } = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'unlinkable' } })
  expect((await closeWave(database.prisma, { wave: 'unlinkable', version })).kind).toBe('wave')
  const rows = await readEverything(database)
  const [best] = linkAttack(rows, all)
  expect(best!.hits, best!.way).toBeLessThanOrEqual(byChance)
  const invitations = rows.filter(({ table, columns }) => table === 'Invitation' && columns.waveId)
  expect(new Set(invitations.map(({ columns }) => `${columns.xmin} ${columns.used}`)).size).toBe(1)
}

test('among many answers of another source, those that come in one by one stay together', async () => {
  const { wave, codes } = await invited('among-many')
  const imported = Array.from({ length: 1200 }, () => ({ waveId: wave.id, answers: { joy: 7 } }))
  await database.prisma.respondent.createMany({ data: imported })
  const all = await answerAll(codes.slice(0, 20), submit)
  const rows = (await readEverything(database)).filter(({ columns }) => columns.waveId === wave.id)
  const newest = rows.findLast(({ columns }) => columns.answers?.includes(all.at(-1)!.answer))!.columns.xmin
  const together = rows.filter(({ table, columns }) => table === 'Respondent' && columns.xmin === newest)
  expect(together).toHaveLength(501)
  const found = all.filter(({ answer }) => together.some(({ columns }) => columns.answers!.includes(answer)))
  // Each time, one of the 501 is left behind.
  expect(found.length).toBeGreaterThan(14)
})

// The attack works: what is stored less carefully, it links.
test.each([
  ['one by one', oneByOne, 'Invitation.xmin = Respondent.xmin'],
  ['together, in the order in which they lay', inOrder, 'ctid'],
  ['beside forms that were sent', besideForms, 'SentForm.xmin = Respondent.xmin'],
])('what is written %s is linked', async (name, store, way) => {
  const { wave, codes } = await invited(name.replace(/\W+/g, '-'))
  const all = await answerAll(codes, (code, answers, token) =>
    store(wave.id, hashCode(code)!, answers, hashSecret(token)),
  )
  const findings = linkAttack(await readEverything(database), all)
  expect(findings[0]!.hits).toBe(people)
  expect(
    findings
      .filter(({ hits }) => hits === people)
      .map((finding) => finding.way)
      .join('\n'),
  ).toContain(way)
})

async function oneByOne(waveId: string, codeHash: Uint8Array<ArrayBuffer>, answers: object): Promise<void> {
  await database.prisma.$transaction([
    database.prisma.invitation.update({ where: { codeHash }, data: { used: true } }),
    database.prisma.respondent.create({ data: { waveId, answers: { ...answers } } }),
  ])
}

async function inOrder(waveId: string, codeHash: Uint8Array<ArrayBuffer>, answers: object): Promise<void> {
  const { prisma } = database
  await prisma.$transaction([
    prisma.$executeRaw`
      WITH moved AS (DELETE FROM "Respondent" WHERE "waveId" = ${waveId} RETURNING "answers")
      INSERT INTO "Respondent" ("id", "waveId", "answers")
      SELECT gen_random_uuid(), ${waveId}, "answers" FROM moved UNION ALL
      SELECT gen_random_uuid(), ${waveId}, ${JSON.stringify(answers)}::jsonb`,
    prisma.$executeRaw`
      WITH moved AS (DELETE FROM "Invitation" WHERE "used" AND "waveId" = ${waveId} RETURNING "codeHash"),
      used AS (DELETE FROM "Invitation" WHERE "codeHash" = ${codeHash} RETURNING "codeHash")
      INSERT INTO "Invitation" ("codeHash", "waveId", "used")
      SELECT "codeHash", ${waveId}, true FROM moved UNION ALL SELECT "codeHash", ${waveId}, true FROM used`,
  ])
}

async function besideForms(
  waveId: string,
  _: Uint8Array<ArrayBuffer>,
  answers: object,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await database.prisma.$transaction([
    database.prisma.sentForm.create({ data: { tokenHash, waveId } }),
    database.prisma.respondent.create({ data: { waveId, answers: { ...answers } } }),
  ])
}
