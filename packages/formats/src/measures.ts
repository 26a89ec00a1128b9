import type { AbsentFigure, CellFigure, MeanFigure } from '@peo/disclosure'
import type { FormattableTable } from './table-labels.ts'

/** A number that each figure of a table has. */
export interface Measure {
  readonly code: string
  readonly label: { readonly nl: string; readonly en: string }
  readonly unit: 'respondents' | 'percent' | 'answer'
}

const base: Measure = {
  code: 'base',
  label: { nl: 'basis (n)', en: 'base (n)' },
  unit: 'respondents',
}
const low = { nl: 'ondergrens interval', en: 'low end of interval' }
const high = { nl: 'bovengrens interval', en: 'high end of interval' }

const effectiveBase: Measure = {
  code: 'effective_base',
  label: { nl: 'effectieve basis', en: 'effective base' },
  unit: 'respondents',
}

const crosstabMeasures: readonly Measure[] = [
  { code: 'count', label: { nl: 'aantal', en: 'count' }, unit: 'respondents' },
  base,
  effectiveBase,
  { code: 'column_percent', label: { nl: 'kolompercentage', en: 'column percentage' }, unit: 'percent' },
  { code: 'row_percent', label: { nl: 'rijpercentage', en: 'row percentage' }, unit: 'percent' },
  { code: 'total_percent', label: { nl: 'totaalpercentage', en: 'total percentage' }, unit: 'percent' },
  { code: 'low', label: low, unit: 'percent' },
  { code: 'high', label: high, unit: 'percent' },
]

const meansMeasures: readonly Measure[] = [
  base,
  effectiveBase,
  { code: 'mean', label: { nl: 'gemiddelde', en: 'mean' }, unit: 'answer' },
  {
    code: 'standard_deviation',
    label: { nl: 'standaardafwijking', en: 'standard deviation' },
    unit: 'answer',
  },
  { code: 'standard_error', label: { nl: 'standaardfout', en: 'standard error' }, unit: 'answer' },
  { code: 'lower_quartile', label: { nl: 'eerste kwartiel', en: 'lower quartile' }, unit: 'answer' },
  { code: 'median', label: { nl: 'mediaan', en: 'median' }, unit: 'answer' },
  { code: 'upper_quartile', label: { nl: 'derde kwartiel', en: 'upper quartile' }, unit: 'answer' },
  { code: 'low', label: low, unit: 'answer' },
  { code: 'high', label: high, unit: 'answer' },
]

/** The measures of a table, in the order of `measuredFigures`. */
export function measuresOf(table: FormattableTable): readonly Measure[] {
  return table.kind === 'crosstab' ? crosstabMeasures : meansMeasures
}

/** A figure of a table as a list of numbers; null where there is none to show. */
export interface MeasuredFigure {
  readonly status: 'VALUE' | 'WITHHELD' | 'NOT_ASKED'
  readonly categories: readonly string[]
  readonly values: readonly (number | null)[]
  readonly higherThan: readonly string[]
}

/** Every figure of a table, row-major, with its measures in order. */
export function measuredFigures(table: FormattableTable): MeasuredFigure[] {
  return table.kind === 'crosstab' ? table.cells.map(measuredCell) : table.groups.map(measuredGroup)
}

function measuredCell(cell: CellFigure | AbsentFigure): MeasuredFigure {
  if (cell.status !== 'VALUE') return absent(cell, crosstabMeasures.length)
  const { status, categories, count, interval, higherThan } = cell
  const percents = [cell.columnPercent, cell.rowPercent, cell.totalPercent]
  const range = [interval?.low ?? null, interval?.high ?? null]
  const values = [count, cell.base, cell.effectiveBase, ...percents, ...range]
  return { status, categories, values, higherThan }
}

function measuredGroup(group: MeanFigure | AbsentFigure): MeasuredFigure {
  if (group.status !== 'VALUE') return absent(group, meansMeasures.length)
  const { status, categories, mean, standardDeviation, standardError, interval } = group
  const quartiles = [group.lowerQuartile, group.median, group.upperQuartile]
  const range = [interval?.low ?? null, interval?.high ?? null]
  const values = [
    group.base,
    group.effectiveBase,
    mean,
    standardDeviation,
    standardError,
    ...quartiles,
    ...range,
  ]
  return { status, categories, values, higherThan: [] }
}

function absent({ status, categories }: AbsentFigure, measures: number): MeasuredFigure {
  return { status, categories, values: new Array<null>(measures).fill(null), higherThan: [] }
}
