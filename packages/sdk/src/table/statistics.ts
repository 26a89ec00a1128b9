import type { CrosstabData, MeansData } from './figure.ts'

/** The statistics of a table as a whole by the names that the service's files give them; means have none. */
export function statisticFields(data: CrosstabData | MeansData): Record<string, string | number | null> {
  if (!('statistics' in data)) return {}
  const { test, cramersV, effectiveBase, designEffect } = data.statistics ?? {}
  return {
    test: test?.method ?? null,
    test_statistic: test?.statistic ?? null,
    test_df: test?.degreesOfFreedom ?? null,
    test_denominator_df: test?.denominatorDegreesOfFreedom ?? null,
    p_value: test?.pValue ?? null,
    cramers_v: cramersV ?? null,
    table_effective_base: effectiveBase ?? null,
    design_effect: designEffect ?? null,
  }
}
