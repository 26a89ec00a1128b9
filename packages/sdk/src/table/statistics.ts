import type { CrosstabData } from './figure.ts'

/** The statistics of a cross-tab as a whole by the names that the service's files give them. */
export function statisticFields({ statistics }: CrosstabData): Record<string, string | number | null> {
  const { test, cramersV, effectiveBase, designEffect } = statistics ?? {}
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
