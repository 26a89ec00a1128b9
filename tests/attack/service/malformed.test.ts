import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'

/** Requests, and the seed that makes the same ones again: `SEED=... npx vitest run tests/attack/malformed`. */
const requests = 10_000
const seed = Number(process.env.SEED) || Date.now() % 2 ** 31

/** As everyone, and as staff, who may reach more. */
let apps: readonly App[]

beforeAll(async () => {
  const database = await testDatabase('examples')
  apps = [{}, { viewer: { role: 'STAFF' } as const }].map((as) =>
    createApp(database, { ...as, auditLogDays: 365 }),
  )
})

const words = fc.constantFrom(
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ':',
    '...',
    '$a',
    '@include(if: true)',
    '"',
    '"""',
    '\\u0000',
    '#',
    '!',
    '=',
  ],
  ...['query', 'mutation', 'subscription', 'fragment A on Wave', 'on', 'waves', 'nodes', 'crosstab', 'wave'],
  ...[
    '(code: "peo-2022")',
    'waves: ["peo-2022"]',
    'rows: "sector"',
    'first: 1e99',
    '-1',
    'null',
    '__schema',
    'id',
  ],
)

const text = fc.oneof(
  fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'peo-2022',
    'sector',
    'werkdruk',
    'net:voldoende',
    'sector:1',
    '\0',
    '%00',
    '../../../etc',
    '\ud800',
    'ÿ',
  ),
)

const cursor = fc
  .tuple(
    fc.constantFrom('GPC:S:', 'GPC:I:', 'GPC:N:', 'GPC:D:', 'GPC:J:', 'GPC:T:', 'OffsetConnection:'),
    fc.oneof(fc.integer().map(String), fc.bigInt().map(String), fc.json({ maxDepth: 1 }), text),
  )
  .map((parts) => Buffer.from(parts.join('')).toString('base64'))

const day = fc.oneof(
  fc.date({ noInvalidDate: true }).map((one) => JSON.stringify(one.toISOString().replace(/T.*/, ''))),
  fc.constantFrom('"0000-01-01"', '"9999-12-31"', '"10000-01-01"', '"-0001-01-01"', '1', '[]'),
)

const query = fc.oneof(
  text,
  text.map((one) => `{ crosstab(waves: ["peo-2022"], rows: ${JSON.stringify(one)}) { base } }`),
  text.map(
    (one) =>
      `{ wave(code: ${JSON.stringify(one)}) { code } variable(code: ${JSON.stringify(one)}) { code } }`,
  ),
  text.map((one) => `{ node(id: ${JSON.stringify(Buffer.from(`Wave:${one}`).toString('base64'))}) { id } }`),
  fc
    .tuple(
      fc.constantFrom(
        'auditLog',
        'clients',
        'staffAccounts',
        'waves',
        'variables',
        'wave(code: "peo-2022") { questions',
        'wave(code: "peo-2022") { respondents',
      ),
      fc.oneof(text, cursor),
    )
    .map(
      ([list, one]) =>
        `{ ${list}(first: 2, after: ${JSON.stringify(one)}) { pageInfo { hasNextPage } }${list.includes('{') ? ' }' : ''} }`,
    ),
  day.map((one) => `{ auditLog(filter: { from: ${one}, to: ${one} }) { nodes { id } } }`),
)

/** Half of a character cannot be written in an address. */
const wellFormed = (one: string) => one.replace(/\p{Surrogate}/gu, '?')

const path = fc.oneof(
  fc.constantFrom(
    ...[
      '/graphql',
      '/graphql/',
      '/x/graphql',
      '//graphql',
      '/a/b/graphql/',
      '/x?y=/graphql',
      '/',
      '/healthz',
      '/readyz',
      '/metrics',
      '/codebook.schema.json',
      '/sign-in-link',
      '/auth/callback',
    ],
    ...[
      '/auth/sign-in',
      '/oauth/token',
      '/oauth/authorize',
      '/.well-known/jwks.json',
      '/oauth/interaction/x',
    ],
  ),
  fc
    .constantFrom('crosstab.csv', 'crosstab.json', 'crosstab.jsonstat', 'means.csv', 'means.json')
    .map((one) => `/tables/${one}`),
  text.map((one) => `/waves/${encodeURIComponent(wellFormed(one))}/respondents.csv`),
  text.map((one) => `/${encodeURI(wellFormed(one))}`),
)

const parameters = fc.dictionary(
  fc.constantFrom(
    'query',
    'variables',
    'operationName',
    'extensions',
    'waves',
    'rows',
    'columns',
    'of',
    'by',
    'filter',
    'weighted',
    'confidenceLevel',
    'language',
    'release',
    't',
    'code',
    'state',
  ),
  fc.oneof(query, text, fc.json({ maxDepth: 2 })),
  { maxKeys: 5 },
)

const body = fc.oneof(
  fc
    .record({ query, variables: fc.anything({ maxDepth: 2 }), operationName: text }, { requiredKeys: [] })
    .map((one) => JSON.stringify(one) ?? ''),
  fc.json({ maxDepth: 3 }),
  text,
  fc.constant('[]'),
  fc.constant('[{"query":"{__typename}"}]'),
)

const headerText = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((one) => one.trim())

const headers = fc.record(
  {
    'content-type': fc.oneof(
      fc.constantFrom(
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/graphql',
        'application/json; charset=utf-7',
      ),
      headerText,
    ),
    accept: fc.oneof(
      fc.constantFrom(
        '*/*',
        'application/json',
        'text/html',
        'text/event-stream',
        'application/graphql-response+json',
        'q=;;',
      ),
      headerText,
    ),
    authorization: fc.oneof(
      fc.constantFrom('Bearer', 'Bearer x.y.z', 'Basic eDp4', 'Bearer eyJhbGciOiJub25lIn0.e30.'),
      headerText,
    ),
    cookie: fc.oneof(fc.constant('peo-session=x'), headerText),
    'if-none-match': headerText,
    'x-http-method-override': fc.constantFrom('POST', 'DELETE'),
    'x-forwarded-for': headerText,
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site'),
    'x-peo-client': fc.constant('x'),
  },
  { requiredKeys: [] },
)

const request = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
  path,
  parameters,
  body,
  headers,
})

test(`${requests} malformed requests, without a failure of the service or a stack in an answer (seed ${seed})`, async () => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, parameters, body, headers }) => {
      const search = new URLSearchParams(
        Object.entries(parameters).map(([name, value]) => [name, wellFormed(value)]),
      )
      const carries = !['GET', 'HEAD'].includes(method)
      const response = await apps[answered % 2]!.fetch(
        `http://localhost:4000${path}${path.includes('?') ? '' : `?${search}`}`,
        {
          method,
          headers,
          ...(carries ? { body } : {}),
        },
      )
      const told = await response.text()
      answered++
      expect(response.status, told.slice(0, 500)).toBeLessThan(500)
      expect(told.slice(0, 500)).not.toContain('INTERNAL_SERVER_ERROR')
      // GraphiQL's own scripts are in its page.
      if (!told.includes('<title>PEO results service</title>'))
        expect(told).not.toMatch(/\n\s+at .*[:(]\d+:\d+|node_modules|PrismaClient|SELECT /)
    }),
    { numRuns: requests, seed },
  )
  expect(answered).toBeGreaterThanOrEqual(requests)
}, 180_000)
