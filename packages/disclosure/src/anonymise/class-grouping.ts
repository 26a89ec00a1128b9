import { type Grouping, groupName } from '../plan/grouping.ts'
import type { ClassRows } from './withhold-answers.ts'

/** No code of a variable. */
export const CLASS = 'class of rows'

/** Classes of rows as groups of respondents. */
export function classGrouping(classes: ClassRows, size: number): Grouping {
  const patternOf = new Int32Array(size)
  for (const [place, rows] of classes.entries()) for (const row of rows) patternOf[row] = place
  const total = { names: [groupName([], '')], kind: 'TOTAL' as const, depth: 0, byQuestion: false }
  return {
    groups: [
      total,
      ...classes.map((_, place) => ({
        names: [groupName([CLASS], `${place}`)],
        kind: 'CATEGORY' as const,
        depth: 1,
        byQuestion: false,
      })),
    ],
    patterns: classes.map((_, place) => ({ groups: [0, place + 1], answers: new Map() })),
    patternOf,
  }
}
