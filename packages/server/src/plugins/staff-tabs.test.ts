import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { staffTabs } from './staff-tabs.ts'

test('the tabs for staff walk a fresh wave through its life, in order', async () => {
  const database = await testDatabase('examples')
  const app = createApp(database, { viewer: { role: 'STAFF' } })
  for (const { query, variables = '{}' } of staffTabs) {
    const { data, errors } = await ask<Record<string, { errors?: object[] }>>(
      app,
      query,
      JSON.parse(variables),
    )
    expect([errors, ...Object.values(data).map((payload) => payload.errors ?? [])], query).toEqual([
      undefined,
      [],
    ])
    if (!query.includes('openWave')) continue
    const { id: waveId } = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2030' } })
    await database.prisma.respondent.createMany({
      data: Array.from({ length: 20 }, (_, row) => ({
        waveId,
        answers: { hulpmiddelen: String(1 + (row % 3)) },
      })),
    })
  }
  const wave = await database.prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2030' } })
  expect([wave.status, wave.version]).toEqual(['WITHDRAWN', 7])
})
