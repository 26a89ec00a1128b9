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

/** Keeps a token while it holds, and asks for the next once, however many calls wait for it. */
export function tokenSource(ask: (() => Promise<Token>) | undefined): TokenSource {
  let held: Token | undefined
  let asking: Promise<string> | undefined
  async function next(ask: () => Promise<Token>, refused: string | undefined): Promise<string> {
    try {
      held = await ask()
      return held.value
    } catch (error) {
      // Until it expires, the next call may have more luck.
      if (held === undefined || held.value === refused || Date.now() > held.expiresAt) throw error
      return held.value
    } finally {
      asking = undefined
    }
  }
  return async (signal, refused) => {
    if (ask === undefined) return
    if (held !== undefined && held.value !== refused && Date.now() < held.renewAt) return held.value
    asking ??= next(ask, refused)
    // It is asked for everyone who waits, so the signal of one does not end it.
    return untilAborted(signal, asking)
  }
}
