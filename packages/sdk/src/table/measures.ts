import type { TableContent } from './content.ts'
import type { CellValue, GroupValue } from './figure.ts'

type AnyValue = CellValue | GroupValue
type Interval = { readonly interval: CellValue['interval'] }

/** A number of each figure: its name in files, its labels in Dutch and English, its unit. */
type Measure<Value> = readonly [
  code: string,
  nl: string,
  en: string,
  unit: string,
  of: (value: Value) => number | null,
]

const base: Measure<AnyValue> = ['base', 'basis (n)', 'base (n)', 'respondents', ({ base }) => base]
const effectiveBase: Measure<AnyValue> = [
  ...(['effective_base', 'effectieve basis', 'effective base', 'respondents'] as const),
  ({ effectiveBase }) => effectiveBase,
]

const interval = (unit: string): Measure<Interval>[] => [
  ['low', 'ondergrens interval', 'low end of interval', unit, ({ interval }) => interval?.low ?? null],
  ['high', 'bovengrens interval', 'high end of interval', unit, ({ interval }) => interval?.high ?? null],
]

const percent = 'percent'
const ofCells: readonly Measure<CellValue>[] = [
  ['count', 'aantal', 'count', 'respondents', ({ count }) => count],
  base,
  effectiveBase,
  ['column_percent', 'kolompercentage', 'column percentage', percent, ({ columnPercent }) => columnPercent],
  ['row_percent', 'rijpercentage', 'row percentage', percent, ({ rowPercent }) => rowPercent],
  ['total_percent', 'totaalpercentage', 'total percentage', percent, ({ totalPercent }) => totalPercent],
  ...interval(percent),
]

const answer = 'answer'
const ofGroups: readonly Measure<GroupValue>[] = [
  base,
  effectiveBase,
  ['mean', 'gemiddelde', 'mean', answer, ({ mean }) => mean],
  [
    ...(['standard_deviation', 'standaardafwijking', 'standard deviation', answer] as const),
    ({ standardDeviation }) => standardDeviation,
  ],
  ['standard_error', 'standaardfout', 'standard error', answer, ({ standardError }) => standardError],
  ['lower_quartile', 'eerste kwartiel', 'lower quartile', answer, ({ lowerQuartile }) => lowerQuartile],
  ['median', 'mediaan', 'median', answer, ({ median }) => median],
  ['upper_quartile', 'derde kwartiel', 'upper quartile', answer, ({ upperQuartile }) => upperQuartile],
  ...interval(answer),
]

/** The measures of a table, in the order that the service's files have them. */
export function measuresOf({ data }: Pick<TableContent<AnyValue>, 'data'>): readonly Measure<AnyValue>[] {
  return ('cells' in data ? ofCells : ofGroups) as readonly Measure<AnyValue>[]
}
