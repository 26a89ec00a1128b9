import { type Figures, type Mark, onlyRows } from './figures.ts'

/** The rows by their first figure, the largest first; those without one last. */
export function byLargest(figures: Figures): Figures {
  const value = (mark: Mark | undefined) => (mark?.status === 'VALUE' ? mark.value : -1)
  const order = figures.rows
    .map(({ code }, at) => ({ code, value: value(figures.marks[at]![0]) }))
    .sort((one, other) => other.value - one.value)
  return onlyRows(
    figures,
    order.map(({ code }) => code),
  )
}
