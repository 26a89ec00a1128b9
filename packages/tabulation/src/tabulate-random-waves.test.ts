import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Column, NO_ANSWER, NOT_ASKED } from './column.ts'
import { tabulate } from './tabulate.ts'
import type { VariableCodes, WaveData } from './wave-data.ts'

/** The codes a respondent chose; `undefined` when not asked, `null` when asked and not answered. */
type Chosen = readonly string[] | null | undefined

const filter: VariableCodes = {
  code: 'filter',
  categories: ['f1', 'f2'],
  nets: [{ code: 'f', categories: ['f2'] }],
}
const single: VariableCodes = {
  code: 'single',
  categories: ['s1', 's2', 's3', 's4'],
  nets: [
    { code: 'low', categories: ['s1', 's2'] },
    { code: 'middle', categories: ['s2', 's3'] },
  ],
}
const multiple: VariableCodes = {
  code: 'multiple',
  categories: ['m1', 'm2', 'm3'],
  nets: [{ code: 'm', categories: ['m1', 'm3'] }],
  askedIf: { variable: 'single', in: ['s1', 's3'] },
}
const other: VariableCodes = { code: 'other', categories: ['o1', 'o2'], nets: [] }
const variables = [filter, single, multiple, other]

const one = (variable: VariableCodes) =>
  fc.option(
    fc.constantFrom(...variable.categories).map((code) => [code]),
    { freq: 4 },
  )
const respondent = fc
  .record({
    weight: fc.double({ min: 0.1, max: 5, noNaN: true }),
    filter: one(filter),
    other: one(other),
    single: one(single),
    multiple: fc.option(fc.subarray([...multiple.categories]), { freq: 4 }),
  })
  .map((drawn): { weight: number; answers: Record<string, Chosen> } => {
    const asked = drawn.single?.some((code) => multiple.askedIf!.in.includes(code))
    const { weight, filter, single, other } = drawn
    return { weight, answers: { filter, single, other, multiple: asked ? drawn.multiple : undefined } }
  })
const request = fc.record({
  weighted: fc.boolean(),
  order: fc.constantFrom(...permutations(variables)),
  columnCount: fc.integer({ min: 0, max: 3 }),
  filtered: fc.boolean(),
  group: fc.nat({ max: 5 }),
})

it('counts as ten naive lines do, over random waves', () => {
  fc.assert(
    fc.property(fc.array(respondent, { maxLength: 40 }), request, (respondents, drawn) => {
      const [rows, ...others] = drawn.order
      const columns = others.slice(0, drawn.columnCount)
      const filters = drawn.filtered ? others.slice(drawn.columnCount, drawn.columnCount + 1) : []
      const sides = [rows!, ...columns]
      const selected = filters.map(
        (variable) => groupsOf(variable)[drawn.group % (groupsOf(variable).length - 1)]!,
      )
      const table = tabulate(waveOf(respondents), {
        rows: rows!.code,
        columns: columns.map(({ code }) => code),
        filter: filters.map(({ code }, index) => ({ variable: code, code: selected[index]! })),
        shown: [],
        weighted: drawn.weighted,
        confidenceLevel: 0.95,
      })
      const naive = combinations(sides).map((groups) => {
        const members = respondents.filter(({ answers }) =>
          [...sides, ...filters].every((side, index) =>
            belongs(side, [...groups, ...selected][index]!, answers[side.code]),
          ),
        )
        const weights = members.map(({ weight }) => (drawn.weighted ? weight : 1))
        return [members.length, sum(weights), sum(weights.map((weight) => weight ** 2))]
      })
      const { moments } = table
      expect(table.shape.size).toBe(naive.length)
      expect([...moments.respondents]).toEqual(naive.map(([count]) => count))
      for (const [place, [, weight, square]] of naive.entries()) {
        expect(moments.weights[place]).toBeCloseTo(weight!, 9)
        expect(moments.squaredWeights[place]).toBeCloseTo(square!, 9)
      }
    }),
    { numRuns: 300 },
  )
})

function belongs(variable: VariableCodes, group: string, chosen: Chosen): boolean {
  if (!Array.isArray(chosen)) return false
  if (group === 'any') return true
  const net = variable.nets.find(({ code }) => `net:${code}` === group)
  return chosen.some((code) => code === group || net?.categories.includes(code))
}

function combinations(sides: readonly VariableCodes[]): string[][] {
  return sides.reduce<string[][]>(
    (all, variable) => all.flatMap((groups) => groupsOf(variable).map((group) => [...groups, group])),
    [[]],
  )
}

function groupsOf({ categories, nets }: VariableCodes): string[] {
  return [...categories, ...nets.map(({ code }) => `net:${code}`), 'any']
}

function waveOf(respondents: readonly { weight: number; answers: Record<string, Chosen> }[]): WaveData {
  const columnOf = (variable: VariableCodes): Column => {
    const bytes = (answered: (chosen: readonly string[]) => number) =>
      Uint8Array.from(respondents, ({ answers }) => {
        const chosen = answers[variable.code]
        if (chosen === undefined) return NOT_ASKED
        return chosen === null ? NO_ANSWER : answered(chosen)
      })
    const { categories } = variable
    return variable === multiple
      ? { kind: 'multiple', options: categories.map((code) => bytes((chosen) => +chosen.includes(code))) }
      : { kind: 'single', codes: bytes(([code]) => categories.indexOf(code!)) }
  }
  return {
    wave: 'random',
    size: respondents.length,
    variables: new Map(variables.map((variable) => [variable.code, variable])),
    columns: new Map(variables.map((variable) => [variable.code, columnOf(variable)])),
    weights: Float64Array.from(respondents, ({ weight }) => weight),
  }
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
