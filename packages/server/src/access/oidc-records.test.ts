import { beforeAll, expect, test } from 'vitest'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { testDatabase } from '../testing/test-database.ts'
import { oidcRecords, type SecondUse } from './oidc-records.ts'

let prisma: PrismaClient
beforeAll(async () => {
  prisma = (await testDatabase('empty')).prisma
})

const records = (model: string) => oidcRecords(prisma, model, (use: SecondUse) => new Error(`second ${use}`))

test('what holds once is taken by one, of those who looked for it at the same time too', async () => {
  const [one, other] = [records('ReplayDetection'), records('ReplayDetection')]
  expect([await one.find('a'), await other.find('a')]).toEqual([undefined, undefined])
  await one.upsert('a', { iss: 'x' }, 60)
  await expect(other.upsert('a', { iss: 'x' }, 60)).rejects.toThrow('second assertion')

  const codes = records('AuthorizationCode')
  await codes.upsert('b', { grantId: 'g' }, 60)
  expect([await codes.find('b'), await codes.find('b')]).toEqual([{ grantId: 'g' }, { grantId: 'g' }])
  await codes.consume('b')
  await expect(codes.consume('b')).rejects.toThrow('second code')
  expect(await codes.find('b')).toMatchObject({ consumed: expect.any(Number) })
})

test('what is over is not found, and each model is apart', async () => {
  const [codes, grants] = [records('AuthorizationCode'), records('Grant')]
  await codes.upsert('over', {}, -1)
  expect(await codes.find('over')).toBeUndefined()
  await codes.upsert('same', { grantId: 'h', uid: 'u' }, 60)
  await grants.upsert('same', { grantId: 'h' }, 60)
  expect([await codes.findByUid('u'), await grants.findByUid('u')]).toEqual([
    { grantId: 'h', uid: 'u' },
    undefined,
  ])
  await codes.revokeByGrantId('h')
  expect([await codes.find('same'), await grants.find('same')]).toEqual([undefined, { grantId: 'h' }])
  await grants.destroy('same')
  expect(await grants.find('same')).toBeUndefined()
})
