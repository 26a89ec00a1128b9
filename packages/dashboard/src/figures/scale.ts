import type { Ends, Figures, Mark } from './figures.ts'

/** From where to where a mark and its interval run; nothing of what is not shown. */
export function spanOf(mark: Mark): readonly number[] {
  return mark.status === 'VALUE' ? [mark.low ?? mark.value, mark.high ?? mark.value] : []
}

/** From where to where means are drawn: as the codebook has it, and where it sets no end, from zero to the furthest. */
export function scaleOf(span: readonly number[], [low, high]: Ends): Figures['scale'] {
  const least = low ?? Math.min(0, ...span)
  const most = high ?? Math.max(0, ...span, least)
  return [least, most > least ? most : least + 1]
}
