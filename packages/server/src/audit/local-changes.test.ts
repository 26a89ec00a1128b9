import { expect, test } from 'vitest'
import { firstSignInLink } from '../access/staff-accounts.ts'
import { createApp } from '../app.ts'
import { importSurvey } from '../import/import-survey.ts'
import { goodAnswers, smallCodebook, surveyFolder } from '../import/testing/small-survey.ts'
import { publishWave } from '../release/publish-wave.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

interface Logged {
  readonly auditLog: { readonly nodes: readonly { readonly asked: string }[] }
}

const survey = (code: string) => surveyFolder(smallCodebook({ code }), { 'answers.csv': goodAnswers })

test('imports, publications and the first account are in the log, the latest first, with whose they are', async () => {
  const database = await testDatabase('empty')
  const options = { publish: false, dryRun: false }
  await importSurvey(database, await survey('peo-1'), options)
  const first = await publishWave(database.prisma, 'peo-1')
  await importSurvey(database, await survey('peo-2'), { ...options, publish: true, by: 'service' })
  const { digest } = await database.prisma.release.findFirstOrThrow({ where: { wave: { code: 'peo-2' } } })
  await importSurvey(database, await survey('peo-3'), { publish: true, dryRun: true })
  const link = await firstSignInLink(database, 'http://localhost:4000')
  const { data } = await ask<Logged>(
    createApp(database, { viewer: { role: 'STAFF' } }),
    '{ auditLog(filter: { action: MUTATION }) { nodes { account subject waves asked digests } } }',
  )
  const { id } = await database.prisma.staffAccount.findFirstOrThrow()
  const entry = (account: string, subject: string, waves: string[], asked: object, ...digests: string[]) => ({
    ...{ account, subject, waves, asked, digests },
  })
  const found = data.auditLog.nodes.map(({ asked, ...node }) => ({ ...node, asked: JSON.parse(asked) }))
  expect(found).toEqual([
    entry('service', 'createStaffAccount', [], { account: id, name: 'Staff' }),
    entry('service', 'publish', ['peo-2'], {}, digest),
    entry('service', 'import', ['peo-2'], { codebook: 'codebook.json', publish: true }),
    entry('command line', 'publish', ['peo-1'], {}, first),
    entry('command line', 'import', ['peo-1'], { codebook: 'codebook.json', publish: false }),
  ])
  expect(JSON.stringify(data)).not.toContain(new URL(link ?? '').searchParams.get('t'))
})

test('an import that does not come about is not in the log', async () => {
  const database = await testDatabase('empty')
  const failing = { publish: true, dryRun: false, audit: () => Promise.reject(new Error('broken')) }
  await expect(importSurvey(database, await survey('peo-1'), failing)).rejects.toThrow('broken')
  expect(await database.prisma.auditEntry.count()).toBe(0)
})
