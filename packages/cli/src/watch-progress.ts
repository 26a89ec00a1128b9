import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { PeoClientOptions } from '@peo/sdk'
import { openAddress } from './open-address.ts'
import type { ProgressBar } from './print/progress-bar.ts'

const subscription =
  'subscription Progress($wave: String!) { waveProgress(wave: $wave) { stage done of ended } }'

interface Progress {
  readonly stage: string
  readonly done: number
  readonly of: number | null
  readonly ended: boolean
}

/** Shows on a bar how far the service is with a wave, over server-sent events, until it ends or is aborted. */
export async function watchProgress(
  service: PeoClientOptions,
  wave: string,
  bar: ProgressBar,
  signal: AbortSignal,
): Promise<void> {
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json' }
  const body = JSON.stringify({ query: subscription, variables: { wave } })
  try {
    const response = await openAddress(service, 'graphql', { method: 'POST', headers, body, signal })
    const input = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    for await (const line of createInterface({ input })) {
      const progress = line.startsWith('data: {') ? progressIn(line.slice(6)) : undefined
      if (progress === undefined) continue
      if (progress.ended) return
      const { stage, done, of } = progress
      bar.show(`${wave}: ${done} rows ${stage.toLowerCase()}`, of ? done / of : undefined)
    }
  } catch {
    // A bar is a comfort: the import itself says what became of it.
  }
}

function progressIn(json: string): Progress | undefined {
  const { data } = JSON.parse(json) as { readonly data?: { readonly waveProgress?: Progress } | null }
  return data?.waveProgress
}
