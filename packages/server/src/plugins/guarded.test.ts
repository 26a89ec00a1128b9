import { createSchema, createYoga, type Plugin } from 'graphql-yoga'
import { expect, test } from 'vitest'
import { loggedLines } from '../testing/logged-lines.ts'
import { guarded } from './guarded.ts'
import { maskUnexpected } from './unexpected-failure.ts'

const schema = createSchema({ typeDefs: 'type Query { ok: Boolean }' })

function fail(): never {
  throw new Error('the cause')
}

async function failLater(): Promise<never> {
  throw new Error('the cause')
}

const hooks = [
  'onRequest',
  'onRequestParse',
  'onParams',
  'onParse',
  'onValidate',
  'onContextBuilding',
  'onExecute',
  'onExecutionResult',
  'onResultProcess',
  'onResponse',
] as const satisfies readonly (keyof Plugin)[]

test.each(hooks)('what fails in %s is in the log, and its reader has the id alone', async (hook) => {
  const lines = loggedLines()
  const ids: unknown[] = []
  for (const failing of hook === 'onParse' || hook === 'onValidate' ? [fail] : [fail, failLater]) {
    const yoga = createYoga({
      schema,
      logging: false,
      maskedErrors: { maskError: maskUnexpected },
      plugins: [guarded({ [hook]: failing } as Plugin)],
    })
    const answer = await yoga.fetch('http://localhost/graphql?query={ok}')
    const text = await answer.text()
    expect([answer.status, text]).toEqual([500, expect.stringMatching(/"errorId":"[\w-]{36}"/)])
    expect(text).not.toMatch(/the cause|\n\s+at /)
    ids.push(/"errorId":"([\w-]{36})"/.exec(text)?.[1])
  }
  expect(lines().map(({ errorId }) => errorId)).toEqual(ids)
})
