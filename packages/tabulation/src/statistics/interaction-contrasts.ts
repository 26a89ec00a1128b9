import type { Matrix } from './pearson.ts'

/** A basis of what is left of the cells when row and column effects are taken out. */
export function interactionContrasts(rows: number, columns: number): number[][] {
  const contrasts: number[][] = []
  for (let r = 0; r < rows - 1; r++) {
    for (let c = 0; c < columns - 1; c++) {
      const contrast = new Array<number>(rows * columns).fill(0)
      contrast[r * columns + c] = 1
      contrast[(rows - 1) * columns + c] = -1
      contrast[r * columns + columns - 1] = -1
      contrast[rows * columns - 1] = 1
      contrasts.push(contrast)
    }
  }
  return contrasts
}

/**
 * Whether an interaction contrast can be made of empty cells only. Such a contrast alternates around a closed
 * walk through rows and columns, so there is one if empty cells, as edges between rows and columns, close a cycle.
 */
export function emptyCellsHoldContrast(weights: Matrix): boolean {
  const rows = weights.length
  const linked = Array.from({ length: rows + weights[0]!.length }, (_, line) => line)
  return weights.some((row, r) =>
    row.some((weight, c) => {
      if (weight > 0) return false
      const from = linked[r]!
      const to = linked[rows + c]!
      for (const [line, group] of linked.entries()) if (group === from) linked[line] = to
      return from === to
    }),
  )
}
