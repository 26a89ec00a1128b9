/** A way to coarsen weights: the finest bins, united to fewer, each with the mean of its weights. */
export interface WeightLevel {
  /** Ascending. */
  readonly values: readonly number[]
  /** By finest bin, the place of its weight in `values`. */
  readonly valueOf: readonly number[]
  /** Share of the variance of the weights that is lost, 0 to 1. */
  readonly loss: number
}

/** Weights as so many bins at most at the finest. */
export interface CoarseWeights {
  /** By respondent, its finest bin. */
  readonly binOf: Uint8Array
  /** Fine to coarse; at the last all weights are the same. */
  readonly levels: readonly WeightLevel[]
}

interface Bin {
  readonly count: number
  readonly sum: number
  /** Of the distinct weights, ascending, the first that is above this bin. */
  readonly end: number
}

const mostBins = 8
/** Uniting bins looks at all pairs of neighbours, so it starts from no more than this. */
const mostCandidates = 256

/**
 * Coarsens weights so that each is shared by `k` respondents or more and their sum stays the same: neighbours by
 * rank are united, those first whose union loses the least variance, to 8 bins at most, then to 4, 2 and 1.
 *
 * Source: Ward's criterion; the loss is that of microaggregation in Domingo-Ferrer and Mateo-Sanz, Practical
 * data-oriented microaggregation, IEEE Transactions on Knowledge and Data Engineering 14, 2002.
 */
export function coarsenWeights(weights: Float64Array, k: number): CoarseWeights {
  const sorted = Float64Array.from(weights).sort()
  const distinct = [...new Set(sorted)]
  let bins: readonly Bin[] = startingBins(sorted, distinct, k)
  const steps: (readonly Bin[])[] = []
  for (const most of [mostBins, 4, 2, 1]) {
    bins = unite(bins, most, k)
    if (bins.length !== steps.at(-1)?.length) steps.push(bins)
  }
  const finest = steps[0]!
  const places = new Map(
    distinct.map((weight, place) => [weight, finest.findIndex(({ end }) => place < end)] as const),
  )
  return {
    binOf: Uint8Array.from(weights, (weight) => places.get(weight)!),
    levels: steps.map((step) => levelOf(step, finest, sorted)),
  }
}

/** One bin per distinct weight, or where there are many, per stretch of ranks. */
function startingBins(sorted: Float64Array, distinct: readonly number[], k: number): Bin[] {
  const least = distinct.length <= mostCandidates ? 1 : Math.max(k, sorted.length / mostCandidates)
  const bins: Bin[] = []
  let count = 0
  let sum = 0
  let rank = 0
  for (const [place, weight] of distinct.entries()) {
    for (; sorted[rank] === weight; rank++) {
      count++
      sum += weight
    }
    if (count < least && place < distinct.length - 1) continue
    bins.push({ count, sum, end: place + 1 })
    count = 0
    sum = 0
  }
  return bins
}

function unite(start: readonly Bin[], most: number, k: number): readonly Bin[] {
  let bins = start
  while (bins.length > 1) {
    const isSmall = ({ count }: Bin) => count < k
    if (bins.length <= most && !bins.some(isSmall)) break
    const pairs = bins.slice(1).map((bin, index) => ({ index, cost: costOf(bins[index]!, bin) }))
    const urgent = pairs.filter(({ index }) => isSmall(bins[index]!) || isSmall(bins[index + 1]!))
    const cheapest = (urgent.length > 0 ? urgent : pairs).reduce((a, b) => (b.cost < a.cost ? b : a))
    bins = bins.flatMap((bin, index) => {
      if (index === cheapest.index + 1) return []
      return [index === cheapest.index ? union(bin, bins[index + 1]!) : bin]
    })
  }
  return bins
}

const union = (a: Bin, b: Bin): Bin => ({ count: a.count + b.count, sum: a.sum + b.sum, end: b.end })

/** The variance that a union loses, times the respondents. */
function costOf(a: Bin, b: Bin): number {
  return ((a.count * b.count) / (a.count + b.count)) * (a.sum / a.count - b.sum / b.count) ** 2
}

function levelOf(bins: readonly Bin[], finest: readonly Bin[], sorted: Float64Array): WeightLevel {
  const squares = sorted.reduce((total, weight) => total + weight ** 2, 0)
  const mean = sorted.reduce((total, weight) => total + weight, 0) / sorted.length
  const total = squares - sorted.length * mean ** 2
  const kept = bins.reduce((sum, bin) => sum + bin.sum ** 2 / bin.count, 0) - sorted.length * mean ** 2
  return {
    values: bins.map(({ sum, count }) => sum / count),
    valueOf: finest.map(({ end }) => bins.findIndex((bin) => end <= bin.end)),
    loss: total <= 1e-9 ? 0 : Math.min(1, Math.max(0, 1 - kept / total)),
  }
}
