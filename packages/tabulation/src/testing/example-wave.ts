import { NO_ANSWER, NOT_ASKED } from '../column.ts'
import type { VariableCodes, WaveData } from '../wave-data.ts'

export const sector: VariableCodes = { code: 'sector', categories: ['a', 'b'], nets: [] }

export const relation: VariableCodes = {
  code: 'relation',
  categories: ['good', 'fair', 'poor'],
  nets: [{ code: 'insufficient', categories: ['fair', 'poor'] }],
}

/** Several answers, asked of those whose relation is insufficient. */
export const helps: VariableCodes = {
  code: 'helps',
  categories: ['time', 'team', 'training'],
  nets: [{ code: 'people', categories: ['team', 'training'] }],
  askedIf: { variable: 'relation', in: ['fair', 'poor'] },
}

export const hours: VariableCodes = { code: 'hours', categories: [], nets: [] }

/** Known from another wave only. */
export const theme: VariableCodes = { code: 'theme', categories: ['yes', 'no'], nets: [] }

/** Eight respondents, small enough to count by hand: read the columns downwards. */
export const exampleWave: WaveData = {
  wave: 'peo-example',
  size: 8,
  variables: new Map([sector, relation, helps, hours, theme].map((variable) => [variable.code, variable])),
  columns: new Map([
    ['sector', { kind: 'single', codes: Uint8Array.of(0, 0, 0, 1, 1, 1, 0, NO_ANSWER) }],
    ['relation', { kind: 'single', codes: Uint8Array.of(0, 1, 2, 0, 1, 1, NO_ANSWER, 0) }],
    [
      'helps',
      {
        kind: 'multiple',
        options: [
          Uint8Array.of(NOT_ASKED, 1, 0, NOT_ASKED, 0, NO_ANSWER, NOT_ASKED, NOT_ASKED),
          Uint8Array.of(NOT_ASKED, 1, 0, NOT_ASKED, 1, NO_ANSWER, NOT_ASKED, NOT_ASKED),
          Uint8Array.of(NOT_ASKED, 0, 0, NOT_ASKED, 1, NO_ANSWER, NOT_ASKED, NOT_ASKED),
        ],
      },
    ],
    [
      'hours',
      {
        kind: 'numeric',
        values: Float64Array.of(36, 24, 32, 0, 28, 24, 16, 40),
        presence: Uint8Array.of(0, 0, 0, NO_ANSWER, 0, 0, 0, 0),
      },
    ],
  ]),
  weights: Float64Array.of(0.5, 1.5, 1, 1, 2, 0.5, 0.5, 1),
}
