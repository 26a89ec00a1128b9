import {
  type Column,
  cubeIndex,
  describeGroups,
  NO_ANSWER,
  NOT_ASKED,
  tabulate,
  tabulateMeans,
  type WaveData,
} from '@peo/tabulation'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SqlRunner } from '../packages/server/src/database/database.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'

const variables = [
  { code: 'gate', categories: ['g1', 'g2', 'g3'], nets: [{ code: 'high', categories: ['g2', 'g3'] }] },
  {
    code: 'routed',
    categories: ['r1', 'r2', 'r3', 'r4'],
    nets: [
      { code: 'low', categories: ['r1', 'r2'] },
      { code: 'middle', categories: ['r2', 'r3'] },
    ],
    askedIf: { variable: 'gate', in: ['g1', 'g3'] },
  },
  { code: 'several', categories: ['m1', 'm2', 'm3'], nets: [{ code: 'm', categories: ['m1', 'm3'] }] },
]
const slotsOf = ({ categories, nets }: (typeof variables)[number]) => [
  ...categories,
  ...nets.map(({ code }) => `net:${code}`),
  'any',
]

/** Chosen codes; null when asked and not answered, undefined when not asked. */
type Chosen = readonly string[] | null | undefined
const one = (categories: readonly string[]) =>
  fc.option(
    fc.constantFrom(...categories).map((code) => [code]),
    { freq: 5 },
  )
const respondent = fc
  .record({
    gate: one(variables[0]!.categories),
    routed: one(variables[1]!.categories),
    several: fc.option(fc.subarray(variables[2]!.categories), { freq: 5 }),
    hours: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 5 }),
    weight: fc.integer({ min: 1, max: 400 }).map((hundredths) => hundredths / 100),
  })
  .map(({ routed, ...rest }) => {
    const asked = rest.gate?.some((code) => ['g1', 'g3'].includes(code))
    return { ...rest, routed: asked ? routed : undefined }
  })
type Respondent = { hours: number | null; weight: number } & Record<'gate' | 'routed' | 'several', Chosen>

const waves = fc.array(respondent, { maxLength: 200 })
const request = fc.record({
  sides: fc.shuffledSubarray(['gate', 'routed', 'several'] as const, { minLength: 2, maxLength: 2 }),
  weighted: fc.boolean(),
})
const usual = { filter: [], shown: [], confidenceLevel: 0.95 }

test('cross-tabs are those of GROUP BY, over random waves', async () => {
  const database = await testDatabase('empty')
  await fc.assert(
    fc.asyncProperty(waves, request, async (respondents, { sides: [rows, columns], weighted }) => {
      const table = tabulate(waveOf(respondents), { ...usual, rows: rows!, columns: [columns!], weighted })
      const groups = await database.withSql((sql) => groupBySql(sql, respondents, rows!, columns!))
      const [rowSlots, columnSlots] = [rows!, columns!].map((code) =>
        slotsOf(variables.find((one) => one.code === code)!),
      )
      for (const [r, row] of rowSlots!.entries()) {
        for (const [c, column] of columnSlots!.entries()) {
          const place = cubeIndex(table.shape, [r, c])
          const group = groups.get(`${row} ${column}`)
          const respondentsFound = group?.respondents ?? 0
          expect(table.moments.respondents[place]).toBe(respondentsFound)
          expect(table.moments.weights[place]).toBeCloseTo(
            weighted ? (group?.weights ?? 0) : respondentsFound,
            9,
          )
          expect(table.moments.squaredWeights[place]).toBeCloseTo(
            weighted ? (group?.squares ?? 0) : respondentsFound,
            9,
          )
        }
      }
      expect(groups.size).toBeLessThanOrEqual(rowSlots!.length * columnSlots!.length)
    }),
    { numRuns: 60 },
  )
})

test('means are those of GROUP BY, over random waves', async () => {
  const database = await testDatabase('empty')
  await fc.assert(
    fc.asyncProperty(waves, request, async (respondents, { sides: [by], weighted }) => {
      const groups = describeGroups(
        tabulateMeans(waveOf(respondents), { ...usual, of: 'hours', by: [by!], weighted }),
      )
      const expected = await database.withSql((sql) => meansBySql(sql, respondents, by!))
      for (const [index, slot] of slotsOf(variables.find((one) => one.code === by)!).entries()) {
        const group = groups[index]
        const found = expected.get(slot)
        expect(group?.base).toBe(found?.base)
        if (group === undefined || found === undefined) continue
        // Weighted sums are rounded to some ten decimals, which shows where the weights are small.
        if (weighted) expect(group.mean).toBeCloseTo(found.weightedMean, 7)
        else expect(group.mean).toBeCloseTo(found.mean, 8)
        if (weighted || found.deviation === null) continue
        expect(group.standardDeviation).toBeCloseTo(found.deviation, 8)
        expect(group.median).toBe(found.median)
      }
    }),
    { numRuns: 60 },
  )
})

function waveOf(respondents: readonly Respondent[]): WaveData {
  const bytes = (chosen: (one: Respondent) => Chosen, code: (chosen: readonly string[]) => number) =>
    Uint8Array.from(respondents, (one) => {
      const codes = chosen(one)
      if (codes === undefined) return NOT_ASKED
      return codes === null ? NO_ANSWER : code(codes)
    })
  const single = (name: 'gate' | 'routed', categories: readonly string[]): Column => ({
    kind: 'single',
    codes: bytes(
      (one) => one[name],
      ([code]) => categories.indexOf(code!),
    ),
  })
  const options = variables[2]!.categories.map((option) =>
    bytes(
      (one) => one.several,
      (codes) => Number(codes.includes(option)),
    ),
  )
  const levels = Float64Array.from({ length: 61 }, (_, hour) => hour)
  return {
    wave: 'random',
    size: respondents.length,
    variables: new Map(
      [...variables, { code: 'hours', categories: [], nets: [] }].map((variable) => [
        variable.code,
        variable,
      ]),
    ),
    columns: new Map<string, Column>([
      ['gate', single('gate', variables[0]!.categories)],
      ['routed', single('routed', variables[1]!.categories)],
      ['several', { kind: 'multiple', options }],
      [
        'hours',
        { kind: 'levels', levels, codes: Uint8Array.from(respondents, ({ hours }) => hours ?? NO_ANSWER) },
      ],
    ]),
    weights: Float64Array.from(respondents, ({ weight }) => weight),
  }
}

// A respondent is in the slot of each code chosen, of each net that holds one, and of everyone who answered.
const slots = (name: string) => `
  SELECT id, jsonb_array_elements_text(${name}) AS slot FROM answers WHERE jsonb_typeof(${name}) = 'array'
  UNION SELECT id, nets.net FROM answers, nets WHERE nets.variable = '${name}' AND ${name} @> to_jsonb(nets.category)
  UNION SELECT id, 'any' FROM answers WHERE jsonb_typeof(${name}) = 'array'`
const answers = `answers AS (
  SELECT * FROM jsonb_to_recordset($1::jsonb)
  AS (id int, weight float8, hours float8, gate jsonb, routed jsonb, several jsonb)
), nets AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS (variable text, net text, category text))`

const parameters = (respondents: readonly Respondent[]) => [
  JSON.stringify(respondents.map((one, id) => ({ ...one, id }))),
  JSON.stringify(
    variables.flatMap(({ code, nets }) =>
      nets.flatMap((net) =>
        net.categories.map((category) => ({ variable: code, net: `net:${net.code}`, category })),
      ),
    ),
  ),
]

async function groupBySql(sql: SqlRunner, respondents: readonly Respondent[], rows: string, columns: string) {
  const found = await sql.query(
    `WITH ${answers}, r AS (${slots(rows)}), c AS (${slots(columns)})
     SELECT r.slot AS row, c.slot AS column, count(*)::int AS respondents,
       sum(weight) AS weights, sum(weight * weight) AS squares
     FROM answers JOIN r USING (id) JOIN c USING (id) GROUP BY r.slot, c.slot`,
    parameters(respondents),
  )
  return new Map(
    found.map((group) => [
      `${group.row} ${group.column}`,
      {
        respondents: Number(group.respondents),
        weights: Number(group.weights),
        squares: Number(group.squares),
      },
    ]),
  )
}

async function meansBySql(sql: SqlRunner, respondents: readonly Respondent[], by: string) {
  const found = await sql.query(
    `WITH ${answers}, g AS (${slots(by)})
     SELECT slot, count(hours)::int AS base, avg(hours) AS mean, stddev_samp(hours) AS deviation,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS median,
       sum(weight * hours) / sum(weight) FILTER (WHERE hours IS NOT NULL) AS weighted_mean
     FROM answers JOIN g USING (id) WHERE hours IS NOT NULL GROUP BY slot`,
    parameters(respondents),
  )
  return new Map(
    found.map((group) => [
      String(group.slot),
      {
        base: Number(group.base),
        mean: Number(group.mean),
        deviation: group.deviation === null ? null : Number(group.deviation),
        median: Number(group.median),
        weightedMean: Number(group.weighted_mean),
      },
    ]),
  )
}
