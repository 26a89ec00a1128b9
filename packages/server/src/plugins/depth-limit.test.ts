import { getIntrospectionQuery } from 'graphql'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

/** Waves, their questions, the waves of those, and so on. */
const circle = (rounds: number) =>
  `{waves{nodes{${'questions(first:100){nodes{wave{'.repeat(rounds)}code${'}}}'.repeat(rounds)}}}}`

const tooDeep = (depth: number) => ({ extensions: { code: 'TOO_COSTLY', depth, limit: 10 } })

test('a query that goes round in circles is refused before it runs, however it is written', async () => {
  expect((await ask(app, circle(2))).errors).toBeUndefined()
  expect((await ask(app, circle(3))).errors).toMatchObject([tooDeep(12)])
  expect((await ask(app, circle(400))).errors).toMatchObject([tooDeep(1203)])
  const fragments = `{ ...A } fragment A on Query { waves { nodes { ...B } } }
    fragment B on Wave { questions { nodes { wave { ... on Wave { ...C } } } } }
    fragment C on Wave { questions { nodes { wave { questions { nodes { wave { code } } } } } } }`
  expect((await ask(app, fragments)).errors).toMatchObject([tooDeep(12)])
})

test('fragments within themselves end', async () => {
  const { errors } = await ask(app, '{ ...A } fragment A on Query { waves { nodes { code } } ...A }')
  expect(errors?.[0]?.message).toContain('within itself')
})

test('introspection is as deep as it likes', async () => {
  expect((await ask(app, getIntrospectionQuery())).errors).toBeUndefined()
})
