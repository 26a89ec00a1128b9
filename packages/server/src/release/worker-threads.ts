import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'

let pool: Piscina | undefined

function startPool(): Piscina {
  // Workers read TypeScript whether or not this process was started to do so.
  const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return new Piscina({
    execArgv: ['--import', typescript],
    minThreads: 0,
    niceIncrement: 10,
    // One core stays with the event loop.
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: 30_000,
  })
}

/**
 * Runs an exported function of a TypeScript file on a worker thread. The first call starts the threads; idle ones
 * end by themselves. Task and result are copied; memory in a SharedArrayBuffer is shared.
 *
 * @throws what the function throws
 */
export async function onThread<Result>(file: URL, name: string, task: object): Promise<Result> {
  pool ??= startPool()
  return pool.run(task, { filename: file.href, name })
}

/** Ends the worker threads, and whatever still runs on them. */
export async function endThreads(): Promise<void> {
  const ending = pool
  pool = undefined
  await ending?.destroy()
}
