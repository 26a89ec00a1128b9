import type { FormattableTable } from './table-labels.ts'

/** Statistics of a table as a whole by the names of their fields. */
export type TableStatisticFields = Readonly<Record<string, string | number | null>>

/**
 * The statistics of a cross-tab as a whole, null where they are withheld or cannot be computed: the test of
 * independence (`PEARSON` or `RAO_SCOTT`) with its statistic, degrees of freedom and p-value, Cramér's V, and the
 * table's effective base and design effect. Means have none.
 */
export function statisticsOf(table: FormattableTable): TableStatisticFields {
  if (table.kind === 'means') return {}
  const { test, cramersV, effectiveBase, designEffect } = table.statistics ?? {}
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
