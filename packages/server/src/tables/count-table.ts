import type { CrosstabRequest, MeansRequest, RawCrosstab, RawMeans } from '@peo/tabulation'
import { onThread } from '../release/worker-threads.ts'
import { type Counting, crosstab, means } from './count-worker.ts'

const worker = new URL('./count-worker.ts', import.meta.url)

/** Tables over more respondents than this would hold the event loop for too long. */
const mostAtOnce = 1_000_000

/** Counts a cross-tab: of a large wave on a worker thread, else at once. */
export async function countCrosstab(
  counting: Counting<CrosstabRequest>,
  threadsAbove = mostAtOnce,
): Promise<RawCrosstab> {
  return counting.data.size > threadsAbove ? onThread(worker, 'crosstab', counting) : crosstab(counting)
}

/** Describes a numeric variable by group: of a large wave on a worker thread, else at once. */
export async function countMeans(
  counting: Counting<MeansRequest>,
  threadsAbove = mostAtOnce,
): Promise<RawMeans> {
  return counting.data.size > threadsAbove ? onThread(worker, 'means', counting) : means(counting)
}
