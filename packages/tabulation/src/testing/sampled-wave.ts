import { type Column, NO_ANSWER } from '../column.ts'
import { sampleDesign } from '../sample-design.ts'
import type { WaveData } from '../wave-data.ts'

/** A sample as R's `svydesign` takes it: one value per respondent in each list; `null` where there is no answer. */
export interface SampledRespondents {
  /** Categories by index. */
  readonly categories: Readonly<Record<string, readonly (number | null)[]>>
  readonly numbers?: Readonly<Record<string, readonly (number | null)[]>>
  readonly weights: readonly number[]
  readonly strata?: readonly number[]
  readonly clusters?: readonly number[]
  /** By stratum where there are strata. */
  readonly population?: number | readonly number[]
}

/** The wave of a sample. Categories are coded by their index. */
export function sampledWave(sample: SampledRespondents): WaveData {
  const { categories, numbers = {}, weights, strata, clusters, population } = sample
  const columns = new Map<string, Column>([
    ...Object.entries(categories).map(([code, answers]) => [code, singleColumn(answers)] as const),
    ...Object.entries(numbers).map(([code, answers]) => [code, numericColumn(answers)] as const),
  ])
  const variables = [...columns].map(([code]) => ({
    code,
    categories: Array.from(
      { length: 1 + Math.max(-1, ...(categories[code] ?? []).map(Number)) },
      (_, index) => String(index),
    ),
    nets: [],
  }))
  return {
    wave: 'sample',
    size: weights.length,
    variables: new Map(variables.map((variable) => [variable.code, variable])),
    columns,
    weights: Float64Array.from(weights),
    design: sampleDesign({
      size: weights.length,
      ...(strata && { strata: singleColumn(strata) }),
      ...(clusters && { clusters: numericColumn(clusters) }),
      ...(population !== undefined && { population }),
    }),
  }
}

function singleColumn(answers: readonly (number | null)[]) {
  return { kind: 'single' as const, codes: Uint8Array.from(answers, (answer) => answer ?? NO_ANSWER) }
}

function numericColumn(answers: readonly (number | null)[]) {
  return {
    kind: 'numeric' as const,
    values: Float64Array.from(answers, (answer) => answer ?? 0),
    presence: Uint8Array.from(answers, (answer) => (answer === null ? NO_ANSWER : 0)),
  }
}
