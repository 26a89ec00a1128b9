import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { submitAnswers } from '../collection/submit-answers.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { staffTabs } from './staff-tabs.ts'

interface Payload {
  readonly errors?: readonly object[]
  readonly csv?: string
  readonly nodes?: readonly { readonly id: string }[]
}

test('the tabs for staff walk a fresh wave through its life, in order', async () => {
  const { prisma, ...database } = await testDatabase('examples')
  const app = createApp({ ...database, prisma }, { viewer: { role: 'STAFF' } })
  const walked: Record<string, Payload> = {}
  for (const { query, variables } of staffTabs) {
    const given = variables.replace('hier_het_id', walked.openAnswers?.nodes?.[0]?.id ?? '')
    const { data, errors } = await ask<Record<string, Payload>>(app, query, JSON.parse(given))
    expect([errors, ...Object.values(data ?? {}).map((payload) => payload.errors ?? [])], query).toEqual([
      undefined,
      [],
    ])
    Object.assign(walked, data)
    if (data.createInvitations === undefined) continue
    const [, ...lines] = data.createInvitations.csv!.trimEnd().split('\r\n')
    for (const [place, line] of lines.slice(0, 36).entries()) {
      const [sector, hulpmiddelen] = [1 + (place % 2), 1 + (place % 3)].map(String)
      const answers = { sector: sector!, hulpmiddelen: hulpmiddelen!, mist: 'Een laptop.' }
      expect(await submitAnswers(prisma, line.split(',')[0]!, answers)).toEqual({ stored: true })
    }
  }
  expect(walked).toMatchObject({
    wave: { status: 'FIELDING', invited: 40, responses: { total: 35 } },
    reviewOpenAnswer: { openAnswer: { status: 'APPROVED' } },
    crosstab: { cells: expect.arrayContaining([expect.objectContaining({ status: 'VALUE' })]) },
  })
  const { status, version } = await prisma.wave.findUniqueOrThrow({ where: { code: 'peo-2030' } })
  expect([status, version]).toEqual(['WITHDRAWN', 9])
})
