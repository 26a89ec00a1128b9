import type { ReleasePlan } from '@peo/disclosure'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { testDatabase } from '../testing/test-database.ts'
import { anonymousAnswers } from './anonymous-file.ts'
import { findAnonymousFile, readAnonymousRows, shownNumbers } from './read-anonymous-file.ts'
import { collectedData, readWave, storedColumns } from './read-wave.ts'
import { sharedSolver } from './shared-solver.ts'

const solver = await sharedSolver()

let database: Database

beforeAll(async () => {
  database = await testDatabase('examples')
})

async function released(code: string) {
  const { prisma } = database
  const release = await prisma.release.findFirstOrThrow({ where: { wave: { code } } })
  const wave = await readWave(prisma, code)
  if (wave === undefined) throw new Error(`no ${code}`)
  const data = collectedData(wave, await storedColumns(wave))
  return {
    codebook: wave.codebook,
    data,
    plan: release.plan as unknown as ReleasePlan,
    digest: release.digest,
  }
}

test('each time order and ids are others, and what is said is the same', async () => {
  const { codebook, data, plan } = await released('peo-2022')
  const [one, other] = [
    anonymousAnswers(codebook, data, plan, solver)!,
    anonymousAnswers(codebook, data, plan, solver)!,
  ]
  expect(other.report).toEqual(one.report)
  expect(other.ids).toHaveLength(16 * 150)
  expect(other.ids).not.toEqual(one.ids)
  const joy = (answers: typeof one) =>
    answers.columns.find(({ variable }) => variable === 'ruimte_reflectie')!.codes
  expect(joy(other)).not.toEqual(joy(one))
  expect(joy(other).toSorted()).toEqual(joy(one).toSorted())
})

test('open answers and what the sample was drawn by are left out', async () => {
  const { codebook, data, plan } = await released('peo-2022')
  const design = { ...codebook, wave: { ...codebook.wave, design: { clusters: 'uren' } } }
  const answers = anonymousAnswers(design, data, plan, solver)!
  expect(answers.report.leftOut).toEqual(
    expect.arrayContaining([
      { variable: 'uren', reason: 'SAMPLE_DESIGN' },
      { variable: 'wat_helpt', reason: 'NOT_REVIEWED' },
    ]),
  )
  expect(answers.columns.map(({ variable }) => variable)).not.toContain('uren')
})

test('rows are read from anywhere, no more than there are', async () => {
  const { digest } = await released('peo-2021')
  const { prisma } = database
  const all = await readAnonymousRows(prisma, digest, 0, 1000)
  expect(all).toHaveLength(180)
  expect(await readAnonymousRows(prisma, digest, 170, 100)).toEqual(all.slice(170))
  expect(await readAnonymousRows(prisma, digest, 180, 10)).toEqual([])
  expect(await findAnonymousFile(prisma, 'unknown')).toBeUndefined()
})

test('a number that no row shows is not told', async () => {
  const { prisma } = await testDatabase('examples')
  const { digest } = await prisma.release.findFirstOrThrow({ where: { wave: { code: 'peo-2022' } } })
  const { id, answers, data } = await prisma.anonymousColumn.findFirstOrThrow({
    where: { variable: 'gewicht', file: { release: { digest } } },
  })
  const [first, second] = answers as number[]
  expect(await shownNumbers(prisma, digest)).toEqual(new Map([['gewicht', [first, second].sort()]]))
  const withheld = data.map((code) => (code === 1 ? 253 : code))
  await prisma.anonymousColumn.update({ where: { id }, data: { data: withheld } })
  expect(await shownNumbers(prisma, digest)).toEqual(new Map([['gewicht', [first]]]))
})
