import type { CellValue, Figure, GroupValue } from './figure.ts'

/** A number of each figure: its name in files, its labels in Dutch and English, its unit. */
export type Measure = readonly [code: string, nl: string, en: string, unit: string]

/** What figures rest on. */
export const bases: readonly Measure[] = [
  ['base', 'basis (n)', 'base (n)', 'respondents'],
  ['effective_base', 'effectieve basis', 'effective base', 'respondents'],
]

/** The ends of a figure's interval. */
export const intervals = (unit: string): readonly Measure[] => [
  ['low', 'ondergrens interval', 'low end of interval', unit],
  ['high', 'bovengrens interval', 'high end of interval', unit],
]

/** A number of a figure; null where there is none to show. */
export function numberOf(figure: Figure<CellValue | GroupValue>, [code]: Measure): number | null {
  if (figure.status !== 'VALUE') return null
  const numbers: Record<string, unknown> = { ...figure, ...figure.interval }
  return (numbers[code.replace(/_(.)/g, (_, letter) => letter.toUpperCase())] ?? null) as number | null
}
