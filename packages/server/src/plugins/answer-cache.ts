import { serialize } from 'node:v8'
import { LRUCache } from 'lru-cache'
import type { RequestContext } from '../context.ts'

/** What of a request decides, beside the question, how it is answered. */
export interface Reader {
  readonly viewer: unknown
  readonly releases: () => Promise<readonly { readonly digest: string }[]>
}

/** Gives what resolvers and routes work with, for one request. */
export type ContextOf<Context extends Reader = RequestContext> = (request: Request) => Context

/** How many bytes of answers each cache keeps, and of one answer at most. */
const bytes = { all: 32 * 2 ** 20, one: 2 ** 20 }

/** Keeps answers by their keys, and drops those not asked for longest. */
export function answerCache<Answer extends { readonly body: string }>(): LRUCache<string, Answer> {
  return new LRUCache({
    maxSize: bytes.all,
    maxEntrySize: bytes.one,
    // A character takes two bytes at most.
    sizeCalculation: ({ body }, key) => 2 * (key.length + body.length),
  })
}

/**
 * Names an answer by all that it follows from: the whole viewer, the current releases, and what was asked. No two
 * different values share a name: a structured clone tells apart what JSON would not (a set from an empty object,
 * 1e999 from null).
 *
 * @throws Error when the viewer holds what cannot be told apart, such as a function
 */
export async function answerKey({ viewer, releases }: Reader, asked: unknown): Promise<string> {
  const digests = (await releases()).map(({ digest }) => digest)
  return serialize([viewer, digests, asked]).toString('latin1')
}
