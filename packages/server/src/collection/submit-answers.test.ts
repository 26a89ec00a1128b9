import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
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
    { waveId, codeHash: hashCode(code), used: true, organisation: null },
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
