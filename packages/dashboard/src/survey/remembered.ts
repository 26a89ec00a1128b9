import type { PeoClient } from '@peo/sdk'

interface Remembered {
  readonly answer: Promise<unknown>
  readonly until: number
}

/** In milliseconds: what staff change meanwhile is seen then. */
const holds = 300_000

const byClient = new WeakMap<PeoClient, Map<string, Remembered>>()

/** What a client was answered a moment ago, for what every view asks again; a failure is not kept. */
export function remembered<Result>(
  peo: PeoClient,
  name: string,
  ask: () => Promise<Result>,
): Promise<Result> {
  const known = byClient.get(peo) ?? new Map<string, Remembered>()
  byClient.set(peo, known)
  const before = known.get(name)
  if (before !== undefined && Date.now() < before.until) return before.answer as Promise<Result>
  const answer = ask()
  known.set(name, { answer, until: Date.now() + holds })
  answer.catch(() => known.delete(name))
  return answer
}
