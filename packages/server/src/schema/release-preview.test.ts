import { beforeAll, expect, test } from 'vitest'
import { type App, createApp } from '../app.ts'
import type { Database } from '../database/database.ts'
import { importSurvey } from '../import/import-survey.ts'
import { ask } from '../testing/ask.ts'
import { previewSurvey } from '../testing/preview-survey.ts'
import { testDatabase } from '../testing/test-database.ts'

let database: Database
let staff: App

beforeAll(async () => {
  database = await testDatabase('examples')
  staff = createApp(database, { viewer: { role: 'STAFF' } })
})

/** Loads the survey made for this; it goes again with the variables and waves that it brings. */
async function importPlan() {
  await database.prisma.wave.deleteMany({ where: { code: { in: ['plan', 'draft'] } } })
  await database.prisma.variable.deleteMany({ where: { code: { in: ['plaats', 'ruimte'] } } })
  const imported = await importSurvey(database, await previewSurvey(), { publish: false, dryRun: false })
  expect(imported).toHaveProperty('waves')
}

const preview = (wave: string, fields: string) =>
  ask<{ releasePreview: Record<string, never> }>(
    staff,
    `query ($wave: String!) { releasePreview(wave: $wave) { ${fields} } }`,
    { wave },
  )

const all = 'groupsShown groupsWithheld reasons { reason groups } numbersShown numbersWithheld'
const visibility = (shown: number, [below, protects]: [number, number], numbers: [number, number]) => ({
  groupsShown: shown,
  groupsWithheld: below + protects,
  reasons: [
    { reason: 'BELOW_MINIMUM', groups: below },
    { reason: 'PROTECTS_ANOTHER', groups: protects },
    { reason: 'UNANIMOUS', groups: 0 },
  ],
  numbersShown: numbers[0],
  numbersWithheld: numbers[1],
})

test('staff see what a closed wave would withhold, why, and at what cost', async () => {
  await importPlan()
  const { data, errors } = await preview(
    'plan',
    `wave minimumGroupSize total { ${all} }
     shapes { kind variables { code label } visibility { ${all} } }
     questions { question { code label(language: EN) } visibility { ${all} } }
     withheldGroups { nodes { question { code } sides { variable { code label } category { code label(language: EN) } } reason } }`,
  )
  const side = (code: string) => [
    { variable: { code: 'plaats', label: 'Plaats' }, category: { code, label: `${code}-en` } },
  ]
  expect(errors).toBeUndefined()
  expect(data.releasePreview).toEqual({
    wave: 'plan',
    minimumGroupSize: 5,
    total: visibility(7, [2, 2], [11, 6]),
    shapes: [
      { kind: 'ALONE', variables: [], visibility: visibility(1, [0, 0], [2, 0]) },
      {
        kind: 'BREAKDOWN',
        variables: [{ code: 'plaats', label: 'Plaats' }],
        visibility: visibility(6, [2, 2], [9, 6]),
      },
      { kind: 'QUESTIONS', variables: [], visibility: visibility(0, [0, 0], [0, 0]) },
    ],
    questions: [
      {
        question: { code: 'ruimte', label: 'Enough space?' },
        visibility: visibility(4, [1, 1], [8, 4]),
      },
    ],
    withheldGroups: {
      nodes: [
        { question: null, sides: side('c'), reason: 'BELOW_MINIMUM' },
        { question: null, sides: side('d'), reason: 'PROTECTS_ANOTHER' },
        { question: { code: 'ruimte' }, sides: side('c'), reason: 'BELOW_MINIMUM' },
        { question: { code: 'ruimte' }, sides: side('d'), reason: 'PROTECTS_ANOTHER' },
      ],
    },
  })
  expect(await database.prisma.wave.findUnique({ where: { code: 'plan' } })).toMatchObject({
    status: 'CLOSED',
  })
})

test('other choices are weighed by what they would show', async () => {
  await importPlan()
  const { data } = await preview(
    'plan',
    `choices { kind variables { label } level { code label(language: EN) } total { ${all} } moreNumbers fewerWithheld }`,
  )
  expect(data.releasePreview).toEqual({
    choices: [
      {
        kind: 'MERGE',
        variables: [{ label: 'Plaats' }],
        level: { code: 'kant', label: 'Side' },
        total: visibility(7, [0, 0], [11, 0]),
        moreNumbers: 0,
        fewerWithheld: 4,
      },
    ],
  })
})

test('a preview follows what changes: it is not kept with the answers to readers', async () => {
  await importPlan()
  const before = await preview('plan', 'minimumGroupSize total { groupsWithheld }')
  await database.prisma.wave.update({ where: { code: 'plan' }, data: { minimumGroupSize: 21 } })
  const after = await preview('plan', 'minimumGroupSize total { groupsWithheld }')
  expect(before.data.releasePreview).toEqual({ minimumGroupSize: 5, total: { groupsWithheld: 4 } })
  expect(after.data.releasePreview).toEqual({ minimumGroupSize: 21, total: { groupsWithheld: 8 } })
})

test('groups come in pages', async () => {
  const { data } = await preview(
    'peo-2022',
    `a: withheldGroups(first: 2) { nodes { question { code } sides { category { code } } } pageInfo { endCursor hasNextPage } }
     b: withheldGroups { nodes { reason } pageInfo { hasNextPage } }`,
  )
  const { a, b } = data.releasePreview as unknown as Record<
    'a' | 'b',
    { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
  >
  expect([a.nodes.length, a.pageInfo.hasNextPage]).toEqual([2, true])
  expect([b.nodes.length, b.pageInfo.hasNextPage]).toEqual([100, true])
  const next = await preview(
    'peo-2022',
    `withheldGroups(first: 1, after: "${a.pageInfo.endCursor}") { nodes { reason } }`,
  )
  expect(next.data.releasePreview).toEqual({ withheldGroups: { nodes: [b.nodes[2]] } })
})

test.each([
  [
    'nowhere',
    'UNKNOWN_WAVE',
    'There is no wave "nowhere". The query "waves" lists those that are.',
    { wave: 'nowhere' },
  ],
  [
    '\0',
    'INVALID_INPUT',
    'The argument wave is "\\u0000", which holds a character that nothing here has; take it from an answer of this service.',
    { argument: 'wave' },
  ],
  [
    'draft',
    'INVALID_INPUT',
    'Wave draft is DRAFT; ask for its preview when it is closed, before it is published.',
    { wave: 'draft', status: 'DRAFT' },
  ],
  ['peo-2020', 'INVALID_INPUT', 'Wave peo-2020 has no answers to publish.', { wave: 'peo-2020' }],
])('no preview of wave %j', async (wave, code, message, details) => {
  await importPlan()
  const { errors } = await preview(wave, 'wave')
  expect(errors).toMatchObject([{ message, extensions: { code, ...details } }])
})
