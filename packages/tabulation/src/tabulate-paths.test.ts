import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Column, NO_ANSWER, NOT_ASKED } from './column.ts'
import { sampleDesign } from './sample-design.ts'
import { tabulate } from './tabulate.ts'
import { describeGroups, tabulateMeans } from './tabulate-means.ts'
import type { VariableCodes, WaveData } from './wave-data.ts'

const code = (categories: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.nat({ max: categories - 1 }) }, fc.constantFrom(NO_ANSWER, NOT_ASKED))
const respondent = fc.record({
  a: code(3),
  b: code(4),
  stratum: fc.nat({ max: 1 }),
  cluster: fc.nat({ max: 300 }),
  level: code(5),
  weight: fc.integer({ min: 1, max: 9 }),
})
type Respondent = { a: number; b: number; stratum: number; cluster: number; level: number; weight: number }

/** Every stratum has two units, so that the design stands. */
const anchors: Respondent[] = [0, 1].flatMap((stratum) =>
  [0, 299].map((cluster) => ({ a: 0, b: 0, stratum, cluster, level: 0, weight: 1 })),
)
const levels = Float64Array.of(-2, 0, 0.5, 3, 40)
const variables: VariableCodes[] = [
  { code: 'a', categories: ['1', '2', '3'], nets: [{ code: 'n', categories: ['1', '3'] }] },
  { code: 'b', categories: ['1', '2', '3', '4'], nets: [] },
  { code: 'hours', categories: [], nets: [] },
]

function waveOf(drawn: readonly Respondent[], clustered: boolean, asLevels: boolean): WaveData {
  const respondents = [...anchors, ...drawn]
  const bytes = (pick: (one: Respondent) => number) => Uint8Array.from(respondents, pick)
  const single = (pick: (one: Respondent) => number): Column => ({ kind: 'single', codes: bytes(pick) })
  const hours: Column = asLevels
    ? { kind: 'levels', levels, codes: bytes(({ level }) => level) }
    : {
        kind: 'numeric',
        values: Float64Array.from(respondents, ({ level }) => levels[level] ?? 0),
        presence: bytes(({ level }) => (level < NO_ANSWER ? 0 : level)),
      }
  const clusters = Float64Array.from(respondents, ({ cluster }) => cluster)
  return {
    wave: 'random',
    size: respondents.length,
    variables: new Map(variables.map((variable) => [variable.code, variable])),
    columns: new Map([
      ['a', single(({ a }) => a)],
      ['b', single(({ b }) => b)],
      ['hours', hours],
    ]),
    weights: Float64Array.from(respondents, ({ weight }) => weight),
    design: sampleDesign({
      size: respondents.length,
      strata: { kind: 'single', codes: bytes(({ stratum }) => stratum) },
      ...(clustered
        ? { clusters: { kind: 'numeric', values: clusters, presence: new Uint8Array(respondents.length) } }
        : {}),
    }),
  }
}

const usual = { filter: [], shown: [], weighted: true, confidenceLevel: 0.95 }

it('describes numbers alike, counted by level or gathered one by one', () => {
  fc.assert(
    fc.property(fc.array(respondent, { maxLength: 60 }), fc.boolean(), (drawn, clustered) => {
      const request = { ...usual, of: 'hours', by: ['a', 'b'] }
      const counted = describeGroups(tabulateMeans(waveOf(drawn, clustered, true), request))
      const gathered = describeGroups(tabulateMeans(waveOf(drawn, clustered, false), request))
      expect(counted.length).toBe(25)
      for (const [place, group] of counted.entries()) {
        expect(group === undefined).toBe(gathered[place] === undefined)
        for (const [name, value] of Object.entries(group ?? {})) {
          const other = gathered[place]![name as 'mean']
          if (typeof value === 'number') expect(other).toBeCloseTo(value, 9)
        }
      }
    }),
    { numRuns: 100 },
  )
})

it('counts the same in every unit as a naive loop, and their sum in the whole', () => {
  fc.assert(
    fc.property(fc.array(respondent, { maxLength: 60 }), fc.boolean(), (drawn, clustered) => {
      const data = waveOf(drawn, clustered, true)
      const table = tabulate(data, { ...usual, rows: 'a', columns: ['b'] })
      const units = table.design.stratumOf.length
      const respondents = [...anchors, ...drawn]
      const naive = new Float64Array(table.shape.size * units)
      for (const [index, { a, b, weight }] of respondents.entries()) {
        if (a >= NO_ANSWER || b >= NO_ANSWER) continue
        const unit = data.design!.unitBytes.reduce((sum, bytes, byte) => sum + bytes[index]! * 256 ** byte, 0)
        for (const row of a === 1 ? [a, 4] : [a, 3, 4]) {
          for (const column of [b, 4]) naive[(row * 5 + column) * units + unit]! += weight
        }
      }
      expect(table.unitMoments.weights).toEqual(naive)
      for (const [place, total] of table.moments.weights.entries()) {
        expect(total).toBe(naive.slice(place * units, (place + 1) * units).reduce((sum, one) => sum + one, 0))
      }
    }),
    { numRuns: 100 },
  )
})

it('counts tables of too many combinations one respondent at a time', () => {
  const size = 500
  const wide = ['p', 'q', 'r'].map((name, index) => {
    const codes = Uint8Array.from({ length: size }, (_, i) => (i * (index + 3)) % 127)
    const categories = Array.from({ length: 126 }, (_, category) => String(category))
    return { variable: { code: name, categories, nets: [] }, codes }
  })
  const data: WaveData = {
    wave: 'wide',
    size,
    variables: new Map(wave(wide)),
    columns: new Map(
      wide.map(({ variable, codes }) => [
        variable.code,
        { kind: 'single', codes: codes.map((one) => (one === 126 ? NO_ANSWER : one)) },
      ]),
    ),
    weights: Float64Array.from({ length: size }, (_, i) => (i % 4) + 1),
  }
  const { moments, shape } = tabulate(data, { ...usual, rows: 'p', columns: ['q', 'r'] })
  const answered = (i: number) => wide.every(({ codes }) => codes[i] !== 126)
  const expected = Array.from({ length: size }, (_, i) => i).filter(answered)
  expect(moments.respondents[shape.size - 1]).toBe(expected.length)
  expect(moments.weights[shape.size - 1]).toBe(expected.reduce((sum, i) => sum + (i % 4) + 1, 0))
})

function wave(wide: readonly { variable: VariableCodes }[]) {
  return wide.map(({ variable }) => [variable.code, variable] as const)
}
