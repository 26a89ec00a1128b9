import {
  type GraphQLNamedType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Viewer } from '../context.ts'
import type { Database } from '../database/database.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'
import { schema } from './schema.ts'

/** The fields behind which there are reasons; each lets only staff through. */
const guarded = ['Query.releasePreview', 'Release.withheldGroups']

/** The types that a query can reach without passing a field of `closed`. */
function reachable(closed: readonly string[]): Set<string> {
  const found = new Set<string>()
  const visit = (type: GraphQLNamedType) => {
    if (found.has(type.name)) return
    found.add(type.name)
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) visit(possible)
    if (!isObjectType(type) && !isInterfaceType(type)) return
    for (const [name, field] of Object.entries(type.getFields()))
      if (!closed.includes(`${type.name}.${name}`)) visit(getNamedType(field.type as GraphQLOutputType))
  }
  visit(schema.getQueryType()!)
  return found
}

test('every way to a reason leads through a guarded field', () => {
  expect(reachable([])).toContain('WithheldReason')
  for (const field of guarded) {
    expect(reachable(guarded.filter((other) => other !== field))).toContain('WithheldReason')
  }
  const open = reachable(guarded)
  const secret = ['WithheldReason', 'WithheldGroup', 'ReleasePreview', 'Visibility', 'ReleaseChoice']
  expect(secret.filter((type) => open.has(type))).toEqual([])
})

describe('a guarded field', () => {
  let database: Database
  const as = (role: Viewer['role'], query: string) =>
    ask<{ wave: { release: unknown } | null }>(createApp(database, { viewer: { role } }), query)
  const reasons = 'withheldGroups(first: 2) { nodes { reason sides { category { code } } } }'
  const ways = [
    `{ releasePreview(wave: "peo-2022") { ${reasons} } }`,
    `{ releasePreview(wave: "nowhere") { wave } }`,
    `{ wave(code: "peo-2022") { release { ${reasons} } } }`,
    `{ waves(first: 9) { nodes { release { ${reasons} } } } }`,
  ]

  beforeAll(async () => {
    database = await testDatabase('examples')
  })

  test.each([
    [
      'EVERYONE',
      'UNAUTHENTICATED',
      / is for staff, and you have not signed in. Sign in as staff, and ask again/,
    ],
    [
      'PARTNER',
      'FORBIDDEN',
      / is for staff, and you are signed in as PARTNER. Sign in as staff, or ask staff/,
    ],
    ['RESEARCHER', 'FORBIDDEN', / is for staff, and you are signed in as RESEARCHER. Sign in as staff, or/],
  ] as const)('refuses %s', async (role, code, message) => {
    for (const way of ways) {
      const { data, errors } = await as(role, way)
      expect(errors?.[0]).toMatchObject({
        message: expect.stringMatching(message),
        extensions: { code, role, required: 'STAFF' },
      })
      expect(JSON.stringify(data ?? null)).not.toMatch(/withheldGroups|reason/)
    }
  })

  test('tells staff the reasons of what is published', async () => {
    const { data, errors } = await as(
      'STAFF',
      `{ releasePreview(wave: "peo-2022") { withheldGroups { nodes { reason question { code } sides { category { code } } } } }
         wave(code: "peo-2022") { release { withheldGroups { nodes { reason question { code } sides { category { code } } } } } } }`,
    )
    expect(errors).toBeUndefined()
    // Publishing again would withhold the same.
    expect(data.wave?.release).toEqual((data as { releasePreview?: unknown }).releasePreview)
    expect(JSON.stringify(data)).toContain('BELOW_MINIMUM')
  })
})

test.each([
  'EVERYONE',
  'STAFF',
] as const)('tables tell %s that a group is withheld, never why', async (role) => {
  const app = createApp(await testDatabase('examples'), { viewer: { role } })
  const table = '(waves: ["peo-2022"], rows: "ruimte_relatie", columns: ["werkgebied"])'
  const means = '(waves: ["peo-2022"], of: "werkplezier", by: ["werkgebied"])'
  const answers = [
    await ask(app, `{ crosstab${table} { cells { status count } csv jsonStat } }`),
    await ask(app, `{ means${means} { groups { status mean } csv jsonStat } }`),
  ]
  const paths = ['csv', 'json', 'jsonstat'].flatMap((format) => [
    `crosstab.${format}?waves=peo-2022&rows=ruimte_relatie&columns=werkgebied`,
    `means.${format}?waves=peo-2022&of=werkplezier&by=werkgebied`,
  ])
  const files = await Promise.all(
    paths.map(async (path) => (await app.fetch(`http://localhost/tables/${path}`)).text()),
  )
  for (const text of [...answers.map((answer) => JSON.stringify(answer)), ...files]) {
    expect(text).toMatch(/withheld/i)
    expect(text).not.toMatch(/BELOW_MINIMUM|PROTECTS_ANOTHER|UNANIMOUS/)
  }
})
