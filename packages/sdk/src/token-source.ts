import { untilAborted } from './wait.ts'

/** An access token, and until when it is used. */
export interface Token {
  readonly value: string
  /** In milliseconds since 1970; before it expires. */
  readonly renewAt: number
  /** In milliseconds since 1970. */
  readonly expiresAt: number
}

/** Gives the token to send; undefined for a client without. A token that was refused is not given again if another is to be had. */
export type TokenSource = (signal: AbortSignal | undefined, refused?: string) => Promise<string | undefined>

/** Keeps a token while it holds, and asks for the next once, however many calls wait for it, and no longer than one does. */
export function tokenSource(ask: ((signal: AbortSignal) => Promise<Token>) | undefined): TokenSource {
  let held: Token = { value: '', renewAt: 0, expiresAt: 0 }
  let asking: Promise<string>
  let end: AbortController
  let waiting = 0
  async function next(asked: Promise<Token>, refused: string | undefined): Promise<string> {
    try {
      held = await asked
    } catch (error) {
      // Until it expires, the next call may have more luck.
      if (held.value === refused || Date.now() > held.expiresAt) throw error
    }
    return held.value
  }
  return async (signal, refused) => {
    if (ask === undefined) return
    if (held.value !== refused && Date.now() < held.renewAt) return held.value
    if (waiting === 0) {
      end = new AbortController()
      asking = next(ask(end.signal), refused)
    }
    waiting += 1
    try {
      // It is asked for everyone who waits, so the signal of one does not end it.
      return await untilAborted(signal, asking)
    } finally {
      waiting -= 1
      if (waiting === 0) end.abort()
    }
  }
}
