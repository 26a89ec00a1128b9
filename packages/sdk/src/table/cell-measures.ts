import { bases, intervals, type Measure } from './measures.ts'

const percent = 'percent'

/** The measures of a cross-tab, in the order that the service's files have them. */
export const cellMeasures: readonly Measure[] = [
  ['count', 'aantal', 'count', 'respondents'],
  ...bases,
  ['column_percent', 'kolompercentage', 'column percentage', percent],
  ['row_percent', 'rijpercentage', 'row percentage', percent],
  ['total_percent', 'totaalpercentage', 'total percentage', percent],
  ...intervals(percent),
]
