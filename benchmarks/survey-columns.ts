import { NO_ANSWER, NOT_ASKED, type VariableCodes, type WaveData } from '@peo/tabulation'
import { randomNumbers } from './random-numbers.ts'

/** Answers of a made-up wave, as columns that every contender gets alike. */
export interface SurveyColumns {
  readonly size: number
  readonly a: Uint8Array<ArrayBuffer>
  readonly b: Uint8Array<ArrayBuffer>
  readonly c: Uint8Array<ArrayBuffer>
  /** Whole hours from 0 to 60, or a missing answer. */
  readonly hours: Uint8Array<ArrayBuffer>
  /** As good as all different. */
  readonly weights: Float64Array<ArrayBuffer>
}

const categories = { a: 5, b: 8, c: 4, hours: 61 }

/** Draws the answers of so many respondents: one in twenty is missing, in each column. */
export function drawSurvey(size: number, seed: number): SurveyColumns {
  const random = randomNumbers(seed)
  const draw = (count: number) =>
    Uint8Array.from({ length: size }, () => {
      const one = random()
      if (one < 0.05) return one < 0.02 ? NOT_ASKED : NO_ANSWER
      return Math.floor(random() * count)
    })
  return {
    size,
    a: draw(categories.a),
    b: draw(categories.b),
    c: draw(categories.c),
    hours: draw(categories.hours),
    weights: Float64Array.from({ length: size }, () => 0.25 + 1.5 * random()),
  }
}

/** The same answers as the engine reads them. */
export function asWave({ size, a, b, c, hours, weights }: SurveyColumns): WaveData {
  const variable = (code: 'a' | 'b' | 'c'): [string, VariableCodes] => [
    code,
    { code, categories: Array.from({ length: categories[code] }, (_, index) => String(index)), nets: [] },
  ]
  return {
    wave: 'drawn',
    size,
    variables: new Map([
      variable('a'),
      variable('b'),
      variable('c'),
      ['hours', { code: 'hours', categories: [], nets: [] }],
    ]),
    columns: new Map([
      ['a', { kind: 'single', codes: a }],
      ['b', { kind: 'single', codes: b }],
      ['c', { kind: 'single', codes: c }],
      [
        'hours',
        {
          kind: 'levels',
          levels: Float64Array.from({ length: categories.hours }, (_, hour) => hour),
          codes: hours,
        },
      ],
    ]),
    weights,
  }
}
