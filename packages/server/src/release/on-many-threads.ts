import { doneOf, empty, type SharedQueue } from './shared-queue.ts'
import { longThreads, onThread } from './worker-threads.ts'

/** How often it is told how far the threads are, in milliseconds. */
const interval = 100

/**
 * Runs an exported function of a file on as many worker threads as there are for long work. All get the same task,
 * whose queue tells each what to do; it is copied once for each of them.
 *
 * @param progress is told now and then how many items of the queue are done, and at the end
 * @param most threads
 * @returns what each thread that did something returned
 * @throws what the function throws on any of the threads; the others then stop after the item that they are at
 */
export async function onManyThreads<Result extends object | string>(
  file: URL,
  name: string,
  task: { readonly queue: SharedQueue },
  progress: (done: number) => void,
  most = longThreads,
): Promise<Result[]> {
  const { queue } = task
  const count = Math.min(most, queue.items.length)
  const timer = setInterval(() => progress(doneOf(queue)), interval)
  try {
    const threads = Array.from({ length: count }, () =>
      onThread<Result | undefined>(file, name, task, 'long work'),
    )
    const results = await Promise.all(threads)
    progress(doneOf(queue))
    return results.filter((result) => result !== undefined)
  } catch (error) {
    empty(queue)
    throw error
  } finally {
    clearInterval(timer)
  }
}
