import { NOT_ASKED, type WaveData } from '@peo/tabulation'
import fc from 'fast-check'
import type { Hierarchies } from '../../hierarchy.ts'
import { multiple, numeric, single, smallWave, type TestAnswers } from '../../testing/small-wave.ts'
import type { AnonymiseOptions } from '../anonymise-options.ts'

const areas = ['a', 'b', 'c', 'd', 'e']
const sector = single('sector', ['1', '2', '3'])
const area = single('area', areas)
const job = single('job', ['x', 'y'])
const joy = single('joy', ['1', '2', '3', '4'])
const causes = multiple('causes', ['p', 'q', 'r'])
const grade = numeric('grade')
const only = { ...single('only', ['ja', 'nee']), askedIf: { variable: 'sector', in: ['1'] } }
const next = { ...single('next', ['ja', 'nee']), askedIf: { variable: 'joy', in: ['1'] } }
const variables = [sector, area, job, joy, causes, grade, only, next]

/** The levels of `area`. */
export const hierarchies: Hierarchies = {
  area: [
    {
      code: 'part',
      groups: [
        { code: 'west', categories: ['a', 'b'] },
        { code: 'east', categories: ['c', 'd'] },
        { code: 'far', categories: ['e'] },
      ],
    },
    {
      code: 'side',
      groups: [
        { code: 'near', categories: ['a', 'b', 'c', 'd'] },
        { code: 'far', categories: ['e'] },
      ],
    },
  ],
}

/** Halving odds: the first is common, the last rare. */
function leaning<Value>(values: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof(
    ...values.map((value, index) => ({
      arbitrary: fc.constant(value),
      weight: 2 ** (values.length - index),
    })),
  )
}

const respondent: fc.Arbitrary<TestAnswers> = fc
  .record({
    sector: leaning(['1', '2', '3']),
    area: leaning(areas),
    job: fc.option(leaning(['x', 'y']), { nil: undefined, freq: 12 }),
    joy: fc.option(leaning(['1', '2', '3', '4']), { nil: undefined, freq: 12 }),
    causes: fc.option(fc.subarray(['p', 'q', 'r']), { nil: undefined, freq: 12 }),
    grade: leaning([7, 8, 6, 5, 3]),
    only: leaning(['ja', 'nee']),
    next: leaning(['ja', 'nee']),
  })
  .map(({ only, next, ...answers }) => {
    const given = Object.entries({
      ...answers,
      ...(answers.sector === '1' ? { only } : {}),
      ...(answers.joy === '1' ? { next } : {}),
    })
    return Object.fromEntries(given.flatMap(([code, value]) => (value === undefined ? [] : [[code, value]])))
  })

/** Waves of up to 60 respondents with three background variables, routing, rare answers and weights. */
export const randomRespondents: fc.Arbitrary<WaveData> = fc
  .array(fc.tuple(respondent, leaning([1, 0.5, 1.5, 0.8, 1.2, 2])), { minLength: 5, maxLength: 60 })
  .map((rows) => {
    const sum = rows.reduce((total, [, weight]) => total + weight, 0)
    const answers = rows.map(([given]) => given)
    const data = smallWave(
      variables,
      answers,
      rows.map(([, weight]) => (weight * rows.length) / sum),
    )
    const routed = (code: string, isAsked: (given: TestAnswers) => boolean) => {
      const column = data.columns.get(code)
      const codes = column?.kind === 'single' ? column.codes : new Uint8Array()
      return [
        code,
        {
          kind: 'single' as const,
          codes: codes.map((one, row) => (isAsked(answers[row]!) ? one : NOT_ASKED)),
        },
      ] as const
    }
    const columns = new Map([
      ...data.columns,
      routed('only', (given) => given.sector === '1'),
      routed('next', (given) => given.joy === '1'),
    ])
    return { ...data, columns }
  })

/** Options for these waves with everything in the order of the respondents: row i is that of respondent i. */
export function inOrder(data: WaveData, minimumClassSize: number): AnonymiseOptions {
  return {
    minimumClassSize,
    background: ['sector', 'area', 'job'],
    hierarchies,
    sensitive: ['joy', 'grade'],
    weight: 'weight',
    leftOut: [],
    published: [],
    isSafe: () => true,
    isSilent: () => true,
    areOpen: () => true,
    random: () => 1 - 2 ** -53,
    ids: new Uint8Array(16 * data.size),
  }
}
