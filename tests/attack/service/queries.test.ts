import { performance } from 'node:perf_hooks'
import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../../../packages/server/src/app.ts'
import type { Viewer } from '../../../packages/server/src/context.ts'
import { ask } from '../../../packages/server/src/testing/ask.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'

const roles: readonly Viewer['role'][] = ['EVERYONE', 'PROFESSIONAL', 'PARTNER', 'RESEARCHER', 'STAFF']

let apps: ReadonlyMap<Viewer['role'], App>

beforeAll(async () => {
  const database = await testDatabase('examples')
  await database.prisma.wave.update({ where: { code: 'peo-2021' }, data: { audience: 'PARTNERS' } })
  apps = new Map(roles.map((role) => [role, createApp(database, { viewer: { role } })]))
})

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')

const table = 'crosstab(waves: ["peo-2022"], rows: "sector")'

/** What would keep a service without limits busy, or overflow its stack, with the code that refuses it. */
const bombs: readonly (readonly [string, string, string])[] = [
  ['a query that nests 20,000 deep', `{ ${'waves{nodes{questions{nodes{wave{'.repeat(5000)}`, 'TOO_COSTLY'],
  ['brackets 20,000 deep', `{ nodes(ids: ${'['.repeat(20_000)}`, 'TOO_COSTLY'],
  [
    'a circle of 300 waves',
    `{waves{nodes{${'questions{nodes{wave{'.repeat(300)}code${'}}}'.repeat(300)}}}}`,
    'TOO_COSTLY',
  ],
  ['a million aliases', `{ ${times(100_000, (i) => `a${i}: ${table} { base }`)} }`, 'TOO_COSTLY'],
  ['150 tables', `{ ${times(150, (i) => `a${i}: viewer { role }`)} }`, 'TOO_COSTLY'],
  ['1,900 times the same field', `{ viewer { ${'role '.repeat(1900)} } }`, ''],
  [
    'lists within lists',
    '{ waves { nodes { questions { nodes { variable { questions { nodes { id } } } } } } } }',
    'TOO_COSTLY',
  ],
  [
    'fragments that double each other',
    `{ viewer { ...F0 } } ${times(60, (i) => `fragment F${i} on Viewer { ...F${i + 1} ... { ...F${i + 1} } }`)} fragment F60 on Viewer { a: role b: role }`,
    'TOO_COSTLY',
  ],
  [
    'a fragment within itself',
    '{ ...A } fragment A on Query { viewer { role } ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments in a ring',
    `{ ...F0 } ${times(100, (i) => `fragment F${i} on Query { viewer { role } ...F${(i + 1) % 100} }`)}`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['500 directives', `{ viewer { role ${times(500, () => '@include(if: true)')} } }`, 'TOO_COSTLY'],
]

test.each(bombs)('%s is refused at once', async (_, query, code) => {
  const began = performance.now()
  const { errors = [] } = await ask(apps.get('EVERYONE')!, query)
  expect(errors.length).toBeGreaterThan(0)
  if (code !== '') expect(errors.map(({ extensions }) => extensions?.code)).toContain(code)
  expect(JSON.stringify(errors)).not.toMatch(/call stack|\bat \w+ \(|node_modules/)
  // Far more than any takes, and far less than one would without limits.
  expect(performance.now() - began).toBeLessThan(2000)
})

const read = async (app: App, path: string, init: RequestInit = {}) => {
  const response = await app.fetch(`http://localhost${path}`, init)
  return { status: response.status, text: await response.text() }
}

const tables = ['csv', 'json', 'jsonstat'].flatMap((format) => [
  `/tables/crosstab.${format}?waves=peo-2021&rows=sector`,
  `/tables/crosstab.${format}?waves=peo-2022,peo-2021&rows=sector`,
  `/tables/means.${format}?waves=peo-2021&of=werkplezier`,
])

test.each(
  roles,
)('%s on every route to a wave for partners, told as others are or not at all', async (role) => {
  const app = apps.get(role)!
  const may = role !== 'EVERYONE'
  for (const path of tables) {
    // Whoever may asks first, so that their answer is there to be given to the wrong one.
    expect((await read(apps.get('PARTNER')!, path)).status).toBe(200)
    const { status, text } = await read(app, path)
    expect([path, status]).toEqual([path, may ? 200 : 404])
    if (!may) expect(text).toContain('UNKNOWN_WAVE')
  }
  const file = await read(app, '/waves/peo-2021/respondents.csv')
  const statuses = { EVERYONE: 401, PROFESSIONAL: 403, PARTNER: 403, RESEARCHER: 200, STAFF: 200 }
  expect(file.status).toBe(statuses[role])
})

test('a partner gets no wave that is not published, nor what is for researchers or staff', async () => {
  const app = apps.get('PARTNER')!
  expect(await ask(app, '{ wave(code: "peo-2023") { code } }')).toEqual({ data: { wave: null } })
  for (const [query, code] of [
    ['{ crosstab(waves: ["peo-2023"], rows: "sector") { base } }', 'UNKNOWN_WAVE'],
    ['{ releasePreview(wave: "peo-2022") { wave } }', 'FORBIDDEN'],
    ['{ a: wave(code: "peo-2022") { release { b: withheldGroups { c: nodes { reason } } } } }', 'FORBIDDEN'],
    [
      '{ ...A } fragment A on Query { wave(code: "peo-2022") { ... on Wave { respondents { pageInfo { hasNextPage } } } } }',
      'FORBIDDEN',
    ],
    ['mutation { createStaffAccount(name: "Mallory") { signInLink } }', 'FORBIDDEN'],
    ['{ auditLog { nodes { account } } }', 'FORBIDDEN'],
  ] as const) {
    const { data, errors } = await ask(app, query)
    expect([query, errors?.[0]?.extensions.code]).toEqual([query, code])
    expect(JSON.stringify(data ?? null)).not.toMatch(/reason|hasNextPage|signInLink|account/)
  }
})

test('what was kept for staff is given to nobody else', async () => {
  const query = encodeURIComponent('{ crosstab(waves: ["peo-2021"], rows: "sector") { base } }')
  const path = `/graphql?query=${query}`
  for (const role of ['STAFF', 'EVERYONE', 'PARTNER', 'EVERYONE'] as const) {
    const { text } = await read(apps.get(role)!, path)
    expect(text.includes('"base":180')).toBe(role !== 'EVERYONE')
  }
})
