import { serialize } from 'node:v8'
import { LRUCache } from 'lru-cache'
import type { Asker } from '../access/asker.ts'
import type { RequestContext } from '../context.ts'

/** What of a request decides, beside the question, how it is answered. */
export interface Reader {
  readonly viewer: object
  readonly releases: () => Promise<readonly { readonly digest: string }[]>
}

/**
 * Gives what resolvers and routes work with, for a request.
 *
 * @throws Error when its access token does not hold
 */
export type ContextOf<Context extends Reader = RequestContext> = (asker: Asker) => Context | Promise<Context>

/** How many bytes of answers each cache keeps, and of one answer at most. */
const bytes = { all: 32 * 2 ** 20, one: 2 ** 20 }

/** Keeps answers by their keys, and drops those not asked for longest. */
export function answerCache<Answer extends { readonly body: string | Uint8Array }>(): LRUCache<
  string,
  Answer
> {
  return new LRUCache({
    maxSize: bytes.all,
    maxEntrySize: bytes.one,
    // A character takes two bytes at most.
    sizeCalculation: ({ body }, key) => 2 * (key.length + body.length),
  })
}

/** The names made last, by viewer: the same two objects have the same name. */
const named = new WeakMap<object, { readonly releases: object; readonly name: string }>()

/**
 * Names everything beside the question that an answer follows from: the whole viewer and the current releases. No two
 * different values share a name: a structured clone tells apart what JSON would not, such as sets.
 *
 * @throws Error when the releases cannot be read, or the viewer holds what cannot be told apart, such as a function
 */
export async function readerName(reader: Reader): Promise<string> {
  const { viewer } = reader
  const releases = await reader.releases()
  const last = named.get(viewer)
  if (last?.releases === releases) return last.name
  const name = serialize([viewer, releases.map(({ digest }) => digest)]).toString('base64')
  named.set(viewer, { releases, name })
  return name
}

/** Names an answer: by its reader's name, and by the texts that were asked; only the last may be long. */
export function answerKey(reader: string, asked: readonly (string | null)[], body = ''): string {
  // JSON has no line breaks, so the first one begins the body.
  return `${JSON.stringify([reader, ...asked])}\n${body}`
}
