import {
  joinCrosstabs,
  joinMeans,
  loadSolver,
  type ProtectedCrosstab,
  type ProtectedMeans,
  planRelease,
  protect,
  protectMeans,
  type Refusal,
} from '@peo/disclosure'
import {
  type Column,
  type CrosstabRequest,
  type MeansRequest,
  tabulate,
  tabulateMeans,
  type WaveData,
} from '@peo/tabulation'

const policy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['space', 'joy'],
  breakdowns: [['sector']],
}
const solver = await loadSolver()
const options = { filter: [], shown: [], weighted: false, confidenceLevel: 0.95 }

/** Sector a: 10 respondents, b: 8; c: 3 and d: 4 are too few. Joy is 6, 7, 8 in turn within each sector. */
const first = wave('peo-1', [
  { sector: 0, space: [0, 0, 0, 0, 0, 1, 1, 1, 2, 2] },
  { sector: 1, space: [0, 0, 1, 1, 2, 2, 2, 2] },
  { sector: 2, space: [0, 0, 0] },
  { sector: 3, space: [2, 2, 2, 2] },
])

/** Sectors a and b only, and without the question on space. */
const second = wave('peo-2', [
  { sector: 0, joyOnly: 9 },
  { sector: 1, joyOnly: 6 },
])

/** Three in four of sectors a and c gave the first answer, one in four of b and d. Weights are 0.5 and 1.5 in turn. */
const third: WaveData = {
  ...wave(
    'peo-3',
    [15, 5, 15, 5].map((much, sector) => ({
      sector,
      space: [...new Array<number>(much).fill(0), ...new Array<number>(20 - much).fill(2)],
    })),
  ),
  weights: Float64Array.from({ length: 80 }, (_, index) => (index % 2 === 0 ? 0.5 : 1.5)),
}

interface Group {
  readonly sector: number
  /** Answers to the question on space by category; absent where it was not asked. */
  readonly space?: readonly number[]
  /** Number of respondents where it was not. */
  readonly joyOnly?: number
}

function wave(code: string, groups: readonly Group[]): WaveData {
  const rows = groups.flatMap(({ sector, space, joyOnly }) =>
    Array.from(space ?? new Array<undefined>(joyOnly ?? 0), (answer, index) => ({
      sector,
      answer,
      joy: 6 + (index % 3),
    })),
  )
  const single = (codes: readonly number[]) => ({ kind: 'single' as const, codes: Uint8Array.from(codes) })
  const answers = rows.flatMap(({ answer }) => answer ?? [])
  return {
    wave: code,
    size: rows.length,
    variables: new Map([
      ['sector', { code: 'sector', categories: ['a', 'b', 'c', 'd'], nets: [] }],
      [
        'space',
        { code: 'space', categories: ['1', '2', '3'], nets: [{ code: 'enough', categories: ['1', '2'] }] },
      ],
      ['joy', { code: 'joy', categories: [], nets: [] }],
    ]),
    columns: new Map<string, Column>([
      ['sector', single(rows.map(({ sector }) => sector))],
      ...(answers.length > 0 ? [['space', single(answers)] as const] : []),
      [
        'joy',
        {
          kind: 'numeric',
          values: Float64Array.from(rows, ({ joy }) => joy),
          presence: new Uint8Array(rows.length),
        },
      ],
    ]),
  }
}

/** A cross-tab of the first wave, or of others. */
export function crosstab(request: Partial<CrosstabRequest>, waves = [first]): ProtectedCrosstab {
  const tables = waves.map((data) =>
    allowed(
      protect(
        tabulate(data, { ...options, rows: 'space', columns: [], ...request }),
        planRelease(data, policy, solver),
      ),
    ),
  )
  return joinCrosstabs(tables)
}

/** Means of joy in the first wave, or in others. */
export function means(request: Partial<MeansRequest>, waves = [first]): ProtectedMeans {
  const tables = waves.map((data) =>
    allowed(
      protectMeans(
        tabulateMeans(data, { ...options, of: 'joy', by: [], ...request }),
        planRelease(data, policy, solver),
      ),
    ),
  )
  return joinMeans(tables)
}

/** Two waves; `space` is asked in the first only. */
export const twoWaves = [first, second]

/** One wave, in which the sectors differ significantly and nothing is withheld. */
export const contrast = [third]

function allowed<Table extends ProtectedCrosstab | ProtectedMeans>(table: Table | Refusal): Table {
  if (table.kind === 'refusal') throw new Error(`not released: ${table.variables.join()}`)
  return table as Table
}
