import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from './app.ts'
import { ask } from './testing/ask.ts'
import { loggedLines } from './testing/logged-lines.ts'
import { testDatabase } from './testing/test-database.ts'

let app: App

beforeAll(async () => {
  app = createApp(await testDatabase('examples'))
})

test.each(['/healthz', '/readyz'])('%s answers 200', async (path) => {
  expect((await app.fetch(`http://localhost${path}`)).status).toBe(200)
})

test('/metrics counts requests by path and status', async () => {
  await ask(app, '{ viewer { role } }')
  const text = await (await app.fetch('http://localhost/metrics')).text()
  expect(text).toMatch(/peo_http_requests_total\{path="\/graphql",status="200"\} \d+/)
  expect(text).toContain('process_cpu_seconds_total')
})

test('the bare address leads to GraphiQL, and unknown addresses to nothing', async () => {
  const front = await app.fetch('http://localhost/', { redirect: 'manual' })
  expect([front.status, front.headers.get('location')]).toEqual([302, '/graphql'])
  expect((await app.fetch('http://localhost/nothing')).status).toBe(404)
})

test('the JSON Schema of the codebook is published', async () => {
  const schema = (await (await app.fetch('http://localhost/codebook.schema.json')).json()) as {
    title: string
  }
  expect(schema.title).toBe('PEO codebook')
})

test('GraphiQL comes compressed, with a policy that forbids other hosts, and is cached', async () => {
  const headers = { accept: 'text/html', 'accept-encoding': 'gzip' }
  const page = await app.fetch('http://localhost/graphql', { headers })
  expect(page.headers.get('content-encoding')).toBe('gzip')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('content-security-policy')).not.toMatch(/https?:/)
  const etag = page.headers.get('etag') ?? ''
  const again = await app.fetch('http://localhost/graphql', {
    headers: { ...headers, 'if-none-match': etag },
  })
  expect(again.status).toBe(304)
})

test('an unforeseen failure is masked, and the log has it by its id', async () => {
  const lines = loggedLines()
  const broken = createApp({ ...(await testDatabase('empty')), prisma: {} as never })
  const table = 'waves=peo-2022&rows=sector'
  const session = { headers: { cookie: 'peo-session=x', 'sec-fetch-site': 'same-origin' } }
  const answers = [
    await ask(broken, '{ crosstab(waves: ["peo-2022"], rows: "sector") { base } }'),
    await (await broken.fetch(`http://localhost/tables/crosstab.csv?${table}`)).json(),
    await (await broken.fetch('http://localhost/.well-known/jwks.json')).json(),
    await (await broken.fetch('http://localhost/tables/crosstab.csv', session)).json(),
  ] as { errors: { message: string; extensions: { code: string; errorId: string } }[] }[]
  for (const { errors } of answers) {
    const { code, errorId } = errors[0]!.extensions
    expect(code).toBe('INTERNAL_SERVER_ERROR')
    expect(errors[0]!.message).toBe(`Unexpected error. Ask staff what it was: the log has it as ${errorId}.`)
    expect(JSON.stringify(errors)).not.toMatch(/TypeError|\.ts|findMany/)
    expect(lines().find((line) => line.errorId === errorId)?.error).toMatch(/^TypeError: .*\n +at /)
  }
})
