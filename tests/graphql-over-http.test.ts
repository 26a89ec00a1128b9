import { serverAudits } from 'graphql-http'
import { expect, test } from 'vitest'
import { startedService } from './started-service.ts'

const origin = await startedService()

test.each(
  serverAudits({ url: `${origin}/graphql` }).map((audit) => [audit.name, audit] as const),
)('GraphQL over HTTP: %s', async (_, audit) => {
  expect(await audit.fn()).toMatchObject({ status: 'ok' })
})
