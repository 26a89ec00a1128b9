import { type Profiler, Session } from 'node:inspector'
import { setFlagsFromString } from 'node:v8'

/** How often each block of code ran, by file, function and place; each once, in one order. */
export type Work = Readonly<Record<string, number>>

// Calls that the compilers take into their callers are not counted.
setFlagsFromString('--no-opt')
setFlagsFromString('--no-maglev')

const session = new Session()
session.connect()
session.post('Profiler.enable')
// Of functions that were compiled before this, V8 counts calls only: import this file before what is to be counted.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

/** The service's own code, and the library that computes its quantiles. */
const counted = /\/(packages\/[^/]+\/src\/(?!testing\/).+|node_modules\/@stdlib\/.+)$/

/**
 * Does something and counts what was done: every call and every turn of a branch or loop, which is what a clock
 * would see without its noise.
 */
export async function countWork(work: () => unknown): Promise<Work> {
  takeCounts()
  await work()
  return Object.fromEntries(
    takeCounts().flatMap(({ url, functions }) => {
      const file = counted.exec(url)?.[1]
      return file === undefined ? [] : functions.flatMap((one) => countsOf(file, one))
    }),
  )
}

/** Where two countings differ: the places that ran more or less often. */
export function differences(one: Work, other: Work): string[] {
  const places = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...places].filter((place) => (one[place] ?? 0) !== (other[place] ?? 0)).sort()
}

/** The counts since they were last taken. */
function takeCounts(): readonly Profiler.ScriptCoverage[] {
  let counts: readonly Profiler.ScriptCoverage[] = []
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error !== null) throw error
    counts = taken.result
  })
  return counts
}

function countsOf(
  file: string,
  { functionName, ranges }: Profiler.FunctionCoverage,
): (readonly [string, number])[] {
  return ranges
    .filter(({ count }) => count > 0)
    .map(({ startOffset, endOffset, count }) => [
      `${file} ${functionName} ${startOffset}-${endOffset}`,
      count,
    ])
}
