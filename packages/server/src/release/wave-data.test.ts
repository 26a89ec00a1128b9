import { expect, test } from 'vitest'
import { encodeColumn } from './encode-column.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { toWaveData } from './wave-data.ts'

const label = { nl: 'x', en: 'x' }
const codebook: ReleaseCodebook = {
  wave: { code: 'peo-1', title: label },
  variables: [
    {
      code: 'space',
      measurement: 'ordinal',
      label,
      categories: ['1', '2'].map((code) => ({ code, label })),
      nets: [{ code: 'any', label, categories: ['1', '2'] }],
      askedIf: { variable: 'sector', in: ['a'] },
    },
    { code: 'joy', measurement: 'numeric', label },
    { code: 'remark', measurement: 'text', label },
    { code: 'weight', measurement: 'weight', label },
  ],
}
const rows = [
  { sector: 'a', space: '2', joy: 7, weight: 0.5, remark: 'call me' },
  { joy: 8, weight: 1.5 },
]

function columns(codes: readonly string[]) {
  const chosen = codebook.variables.filter(({ code }) => codes.includes(code))
  return new Map(chosen.map((variable) => [variable.code, encodeColumn(variable, rows)!]))
}

test('columns become what tabulation reads; texts and the weight are no variables of it', () => {
  expect(toWaveData(codebook, columns(['space', 'joy', 'weight']), 2)).toEqual({
    wave: 'peo-1',
    size: 2,
    variables: new Map([
      [
        'space',
        {
          code: 'space',
          categories: ['1', '2'],
          nets: [{ code: 'any', categories: ['1', '2'] }],
          askedIf: { variable: 'sector', in: ['a'] },
        },
      ],
      ['joy', { code: 'joy', categories: [], nets: [] }],
    ]),
    columns: new Map<string, unknown>([
      ['space', { kind: 'single', codes: Uint8Array.of(1, 255) }],
      ['joy', { kind: 'levels', levels: Float64Array.of(7, 8), codes: Uint8Array.of(0, 1) }],
    ]),
    weights: Float64Array.of(0.5, 1.5),
  })
})

test('without a weight there are no weights', () => {
  expect(toWaveData(codebook, columns(['joy']), 2)).not.toHaveProperty('weights')
})
