import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createApp } from '../packages/server/src/app.ts'
import { closeDueWaves } from '../packages/server/src/collection/close-due-waves.ts'
import { ask } from '../packages/server/src/testing/ask.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'

test('the examples of docs/waves.md work one after another', async () => {
  const database = await testDatabase('examples')
  const staff = createApp(database, { viewer: { role: 'STAFF' } })
  const text = await readFile(new URL('../docs/waves.md', import.meta.url), 'utf8')
  const done: string[] = []
  for (const [, document = ''] of text.matchAll(/```graphql\n([\s\S]*?)```/g)) {
    const { data, errors } = await ask<Record<string, { errors?: object[] } | null>>(staff, document)
    expect([document, errors]).toEqual([document, undefined])
    for (const [field, payload] of Object.entries(data)) {
      expect([document, payload?.errors ?? []]).toEqual([document, []])
      done.push(field)
      // The service looks for waves that are over as soon as it can.
      if (field === 'openWave') expect(await closeDueWaves(database.prisma)).toEqual([])
    }
  }
  expect(done).toEqual([
    ...['createWave', 'takeOverQuestions', 'saveQuestion', 'setDesign', 'openWave', 'createInvitations'],
    ...['wave', 'openAnswers'],
  ])
})
