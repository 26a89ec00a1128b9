import { reduceRows, rowOf, subtract } from './modular-rows.ts'

/**
 * How the count of a set of atoms follows from the counts of others: the places of those that are added or taken
 * off; undefined where it does not. Of several ways, one that needs the first of them only.
 */
export function combinationFor(
  target: readonly number[],
  sets: readonly (readonly number[])[],
  width: number,
): readonly number[] | undefined {
  const own = sets.map((set, place) => rowOf([...set, width + place], width + sets.length))
  const { rows, pivots } = independent(own, width)
  const row = rowOf(target, width + sets.length)
  for (const [index, pivot] of pivots.entries()) subtract(row, rows[index]!, row[pivot]!)
  if (row.subarray(0, width).some((value) => value !== 0)) return undefined
  return sets.flatMap((_, place) => (row[width + place] === 0 ? [] : [place]))
}

/** Whether the count of a set follows from those of others that were reduced. */
export function follows(
  target: readonly number[],
  { rows, pivots }: ReturnType<typeof reduceRows>,
  width: number,
): boolean {
  const row = rowOf(target, width)
  for (const [index, pivot] of pivots.entries()) subtract(row, rows[index]!, row[pivot]!)
  return row.every((value) => value === 0)
}

/** The rows that do not follow from earlier ones, in echelon form. */
function independent(all: readonly Float64Array[], width: number) {
  const rows: Float64Array[] = []
  const pivots: number[] = []
  for (const row of all) {
    for (const [index, pivot] of pivots.entries()) subtract(row, rows[index]!, row[pivot]!)
    const [reduced] = reduceRows([row], Array(width).keys()).pivots
    if (reduced === undefined) continue
    rows.push(row)
    pivots.push(reduced)
  }
  return { rows, pivots }
}
