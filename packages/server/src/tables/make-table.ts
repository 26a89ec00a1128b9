import type { ProtectedCrosstab, ProtectedMeans, Refusal } from '@peo/disclosure'
import type { MeansRequest, RequestOptions } from '@peo/tabulation'
import { onThread } from '../release/worker-threads.ts'
import { type CrosstabOrder, crosstab, means, type TableOrder } from './table-worker.ts'

const worker = new URL('./table-worker.ts', import.meta.url)

/**
 * Tables that read more answers would hold the event loop: of a million, one weighted takes 2 ms. Two questions of
 * several answers are read once for each pair of their options.
 */
const mostAnswers = 2_000_000

/** The same for tables of larger waves, whatever they read. */
const mostRespondents = 250_000

/** The same for tables with more sums than this, by combination of categories and by sampling unit. */
const mostSums = 100_000

/** The same for means of a number with so many values that each respondent's is sorted: 2 µs each or more. */
const mostNumbers = 2000

/** The same for pairs of columns that letters compare: a test takes some 10 µs, whatever the wave. */
const mostComparisons = 1000

/** Tables of more respondents wait until the event loop has come round since the one before. */
const mostTogether = 50_000

/** Makes a cross-tab of one wave: of a large wave, or a large table, on a worker thread, else on this one. */
export async function makeCrosstab(
  order: CrosstabOrder,
  threadsAbove = mostRespondents,
): Promise<ProtectedCrosstab | Refusal> {
  const { size } = order.data
  const { rows, columns } = order.request
  const isLarge = comparisons(order) > mostComparisons || isCostly(order, [rows, ...columns])
  if (size > threadsAbove || isLarge) return onThread(worker, 'crosstab', order)
  if (size > mostTogether) await nextTurn()
  return crosstab(order)
}

/** Makes a table of means of one wave: of a large wave, or of many numbers, on a worker thread, else on this one. */
export async function makeMeans(
  order: TableOrder<MeansRequest>,
  threadsAbove = mostRespondents,
): Promise<ProtectedMeans | Refusal> {
  const { columns, size } = order.data
  const isSorted = columns.get(order.request.of)?.kind === 'numeric'
  const isLarge = (isSorted && size > mostNumbers) || isCostly(order, order.request.by)
  if (size > threadsAbove || isLarge) return onThread(worker, 'means', order)
  if (size > mostTogether) await nextTurn()
  return means(order)
}

function isCostly({ data, request }: TableOrder<RequestOptions>, sides: readonly string[]): boolean {
  const units = (request.weighted && data.design?.stratumOf.length) || 1
  let [passes, sums] = [1, units]
  for (const code of sides) {
    const { categories = [], nets = [] } = data.variables.get(code) ?? {}
    sums *= categories.length + nets.length + 1
    if (data.columns.get(code)?.kind === 'multiple') passes *= categories.length + nets.length + 1
  }
  return data.size * passes > mostAnswers || sums > mostSums
}

function comparisons({ data, request, wanted }: CrosstabOrder): number {
  if (!wanted.letters) return 0
  const categories = (code: string) => data.variables.get(code)?.categories.length ?? 0
  const columns = request.columns.reduce((product, code) => product * categories(code), 1)
  return (categories(request.rows) * columns * (columns - 1)) / 2
}

let turn: Promise<unknown> = Promise.resolve()

/** Resolves once for each time that the event loop comes round. */
function nextTurn(): Promise<unknown> {
  turn = turn.then(() => new Promise((resolve) => setImmediate(resolve)))
  return turn
}
