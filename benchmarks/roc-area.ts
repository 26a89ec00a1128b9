/**
 * The area under the ROC curve: how well a threshold tells two samples apart. It is the chance that one of the second
 * exceeds one of the first, ties counted half; 0.5 is a guess.
 */
export function rocArea(first: readonly number[], second: readonly number[]): number {
  const sorted = Float64Array.from(first).sort()
  const below = second.map(
    (value) => (place(sorted, (other) => other >= value) + place(sorted, (other) => other > value)) / 2,
  )
  return mean(below) / first.length
}

/** By degrees of freedom from 1: what 2.5% of Student's t exceed. */
const tQuantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365]

/** The mean of a few independent figures, and its 95% interval by Student's t. */
export function meanInterval(figures: readonly number[]) {
  const middle = mean(figures)
  const squares = figures.map((figure) => (figure - middle) ** 2)
  const degrees = figures.length - 1
  const margin = tQuantiles[degrees - 1]! * Math.sqrt(mean(squares) / degrees)
  return { mean: middle, low: middle - margin, high: middle + margin }
}

/** The first place in an ascending list at which something holds, as it does at all that follow. */
function place(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
