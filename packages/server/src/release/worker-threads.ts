import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { Piscina } from 'piscina'

/** Tables that readers wait for, and work that takes minutes: neither waits for a thread of the other. */
type Pool = 'tables' | 'long work'

/**
 * As many threads as there are for long work: the event loop takes precedence over them. Each reads the whole wave, so
 * more than a few cost more than they save.
 */
export const longThreads = Math.min(8, availableParallelism())

const pools = new Map<Pool, Piscina>()

function startPool(of: Pool): Piscina {
  // Workers read TypeScript whether or not this process was started to do so.
  const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return new Piscina({
    execArgv: ['--import', typescript],
    // Plans make many objects that are soon gone: with room for them, collecting them takes a fifth of the time less.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
    minThreads: 0,
    niceIncrement: 10,
    // Readers wait for tables and for the event loop alike: one core stays with the event loop.
    maxThreads: of === 'tables' ? Math.max(1, availableParallelism() - 1) : longThreads,
    // Staff publish some minutes after a preview: threads that have planned before take half the time.
    idleTimeout: of === 'tables' ? 30_000 : 600_000,
  })
}

/**
 * Runs an exported function of a TypeScript file on a worker thread. The first call starts the threads; idle ones
 * end by themselves. Task and result are copied; memory in a SharedArrayBuffer is shared.
 *
 * @throws what the function throws
 */
export async function onThread<Result>(
  file: URL,
  name: string,
  task: object,
  of: Pool = 'tables',
): Promise<Result> {
  const pool = pools.get(of) ?? startPool(of)
  pools.set(of, pool)
  return pool.run(task, { filename: file.href, name })
}

/** Ends the worker threads, and whatever still runs on them. */
export async function endThreads(): Promise<void> {
  const ending = [...pools.values()]
  pools.clear()
  await Promise.all(ending.map((pool) => pool.destroy()))
}
