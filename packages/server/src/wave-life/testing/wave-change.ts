import type { App } from '../../app.ts'
import { ask } from '../../testing/ask.ts'

/** The answer to a mutation of a wave. */
export interface WavePayload {
  readonly wave: { readonly version: number; readonly status: string } | null
  readonly errors: readonly { readonly code: string; readonly field: string; readonly message: string }[]
}

const own = new Set([
  ...['createWave', 'updateWave', 'takeOverQuestions', 'saveQuestion', 'removeQuestion', 'orderQuestions'],
  ...['setBreakdowns', 'setDesign', 'withdrawWave'],
])

/** Asks for a mutation of a wave, whatever comes of it. */
export async function waveChange(app: App, mutation: string, input: object): Promise<WavePayload> {
  const type = own.has(mutation) ? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input` : 'WaveInput'
  const document = `mutation ($input: ${type}!) {
    change: ${mutation}(input: $input) { wave { version status } errors { code field message } } }`
  const { data, errors } = await ask<{ change: WavePayload }>(app, document, { input })
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return data.change
}

/** Makes a change that must succeed; gives the version after it. */
export async function waveChanged(app: App, mutation: string, input: object): Promise<number> {
  const { wave, errors } = await waveChange(app, mutation, input)
  if (wave === null) throw new Error(JSON.stringify(errors))
  return wave.version
}
