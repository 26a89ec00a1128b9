import { openSync, readSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How the event loop fared, in milliseconds. */
export interface LoopDelay {
  /** How late it was at most. Other processes that take the processor make it late too. */
  readonly longest: number
  readonly p99: number
  /** How long it was held at most: processor time of its thread between two rounds. Null where Linux does not tell. */
  readonly held: number | null
}

// Loaded into the service with --import: answers each message with how the loop fared since the one before.
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
const processorTime = readerOfProcessorTime()
let [last, held] = [processorTime?.() ?? 0, 0]
setInterval(() => {
  const now = processorTime?.() ?? 0
  held = Math.max(held, now - last)
  last = now
}, 1).unref()
process.on('message', () => {
  process.send?.({
    longest: delay.max / 1e6,
    p99: delay.percentile(99) / 1e6,
    held: processorTime ? held : null,
  } satisfies LoopDelay)
  delay.reset()
  held = 0
})
process.channel?.unref()

/** Reads the milliseconds that this thread had the processor: the first number of schedstat is nanoseconds. */
function readerOfProcessorTime(): (() => number) | undefined {
  if (process.platform !== 'linux') return undefined
  const file = openSync('/proc/thread-self/schedstat', 'r')
  const text = Buffer.alloc(64)
  return () => Number.parseInt(text.toString('latin1', 0, readSync(file, text, 0, 64, 0)), 10) / 1e6
}
