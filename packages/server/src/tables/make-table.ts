import type { ProtectedCrosstab, ProtectedMeans, Refusal } from '@peo/disclosure'
import type { MeansRequest } from '@peo/tabulation'
import { onThread } from '../release/worker-threads.ts'
import { type CrosstabOrder, crosstab, means, type TableOrder } from './table-worker.ts'

const worker = new URL('./table-worker.ts', import.meta.url)

/** Tables of more respondents hold the event loop: of a million, a weighted one of several answers takes 15 ms. */
const mostAnswers = 250_000

/** The same for means of a number with so many values that each respondent's is sorted: 2 µs each or more. */
const mostNumbers = 2000

/** The same for pairs of columns that letters compare: a test takes some 10 µs, whatever the wave. */
const mostComparisons = 1000

/** Tables of more respondents wait until the event loop has come round since the one before. */
const mostTogether = 50_000

/** Makes a cross-tab of one wave: of a large wave, or a large table, on a worker thread, else on this one. */
export async function makeCrosstab(
  order: CrosstabOrder,
  threadsAbove = mostAnswers,
): Promise<ProtectedCrosstab | Refusal> {
  const { size } = order.data
  if (size > threadsAbove || comparisons(order) > mostComparisons) return onThread(worker, 'crosstab', order)
  if (size > mostTogether) await nextTurn()
  return crosstab(order)
}

/** Makes a table of means of one wave: of a large wave, or of many numbers, on a worker thread, else on this one. */
export async function makeMeans(
  order: TableOrder<MeansRequest>,
  threadsAbove = mostAnswers,
): Promise<ProtectedMeans | Refusal> {
  const { columns, size } = order.data
  const isSorted = columns.get(order.request.of)?.kind === 'numeric'
  if (size > threadsAbove || (isSorted && size > mostNumbers)) return onThread(worker, 'means', order)
  if (size > mostTogether) await nextTurn()
  return means(order)
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
