import { monitorEventLoopDelay } from 'node:perf_hooks'

/** How late the event loop was, in milliseconds. */
export interface LoopDelay {
  readonly longest: number
  readonly p99: number
}

// Loaded into the service with --import: answers each message with how late the loop was since the one before.
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('message', () => {
  process.send?.({ longest: delay.max / 1e6, p99: delay.percentile(99) / 1e6 } satisfies LoopDelay)
  delay.reset()
})
process.channel?.unref()
