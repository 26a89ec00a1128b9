import { expect, test } from 'vitest'
import { change, remove } from '../follow-up/testing/change.ts'
import { ask } from '../testing/ask.ts'
import { loggedStaff } from '../testing/logged-staff.ts'
import { testDatabase } from '../testing/test-database.ts'

test('what is changed by its id is in the audit log with its wave', async () => {
  const database = await testDatabase('examples')
  const { prisma } = database
  const app = loggedStaff(database)
  const [wave, text] = ['peo-2022', { nl: 'Tekst', en: 'Text' }]
  const { id: waveId } = await prisma.wave.findUniqueOrThrow({ where: { code: wave } })
  const [reflection, recommendation] = [
    (await change(app, 'createReflection', 'reflection', { wave, text })).item!,
    (
      await change(app, 'createRecommendation', 'recommendation', {
        wave: 'peo-2021',
        text,
        addressees: ['GIS'],
      })
    ).item!,
  ]
  await change(app, 'changeReflection', 'reflection', { id: reflection.id, version: 1, published: true })
  await change(app, 'changeRecommendation', 'recommendation', {
    ...{ id: recommendation.id, version: 1, status: 'DONE' },
  })
  const recommended = { recommendation: recommendation.id, text }
  await change(app, 'createFollowUp', 'followUp', recommended)
  await change(app, 'createFollowUp', 'followUp', { ...recommended, wave })
  const remark = await prisma.remark.create({ data: { waveId, text: 'Tekst' } as never })
  await change(app, 'moderateRemark', 'remark', { id: remark.id, version: 1, status: 'APPROVED' })
  const proposal = await prisma.proposal.create({ data: { kind: 'THEME', text: 'Tekst' } as never })
  const decided = { id: proposal.id, version: 1, status: 'TAKEN_UP', reason: 'Goed idee.', wave }
  await change(app, 'decideProposal', 'proposal', decided)
  const question = await prisma.question.findFirstOrThrow({ where: { waveId } })
  const answer = await prisma.openAnswer.create({
    data: { waveId, questionId: question.id, text: 'Tekst' } as never,
  })
  const review = `mutation ($id: ID!) {
    reviewOpenAnswer(input: { id: $id, version: 1, approve: true }) { errors { code message } } }`
  expect(await ask(app, review, { id: answer.id })).toEqual({ data: { reviewOpenAnswer: { errors: [] } } })
  await remove(app, 'removeReflection', reflection.id, 2)
  await app.close()

  const entries = await prisma.auditEntry.findMany({
    where: { action: 'MUTATION', account: 'anna' },
    orderBy: { id: 'asc' },
  })
  expect(entries.map(({ subject, waves }) => [subject, ...waves])).toEqual([
    ['createReflection', 'peo-2022'],
    ['createRecommendation', 'peo-2021'],
    ['changeReflection', 'peo-2022'],
    ['changeRecommendation', 'peo-2021'],
    ['createFollowUp', 'peo-2021'],
    ['createFollowUp', 'peo-2022', 'peo-2021'],
    ['moderateRemark', 'peo-2022'],
    ['decideProposal', 'peo-2022'],
    ['reviewOpenAnswer', 'peo-2022'],
    ['removeReflection', 'peo-2022'],
  ])
})
