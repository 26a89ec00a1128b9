import type { ExecutionResult } from 'graphql'
import type { LRUCache } from 'lru-cache'
import type { Asker } from '../access/asker.ts'
import type { AuditNote } from '../audit/audit-note.ts'
import { answerKey, type ContextOf, type Reader, readerName } from './answer-cache.ts'
import type { KeptAnswer } from './kept-answer.ts'
import { mayBeKept } from './read-body.ts'

/** A request on its way to an answer that may be kept. */
export interface Asked {
  readonly context: Reader
  readonly key: string
  readonly body: string
  /** The members of the context that its resolvers used. */
  used?: ReadonlySet<string>
  isQuery?: boolean
  /** What came of it when it was executed before Yoga saw it, where that has errors. */
  executed?: { readonly result: ExecutionResult; readonly notes: readonly AuditNote[] }
  answer?: string
}

/** What finding and keeping answers share; `asked` goes by Node.js request, and from there on by Yoga's context. */
export interface Answers {
  readonly contextOf: ContextOf<Reader>
  readonly answers: LRUCache<string, KeptAnswer>
  readonly asked: WeakMap<object, Asked>
  /** Tells the audit log what is given from memory. */
  record(context: Reader, notes: readonly AuditNote[]): void
  /** Whether who asks has points left for what is not in memory. */
  maySpend(context: Reader): boolean
  /** By what readers accept, the media type that Yoga gave them last. */
  readonly types: LRUCache<string, string>
}

/** What of a request comes before its body; `search` is its query string with the question mark. */
interface RequestHead extends Asker {
  readonly method: string | undefined
  readonly search: string
}

/** Reads a request; nothing, with the body unread, where no answer can be kept, or who asks or the releases cannot be read. */
export async function readAsked(
  { contextOf }: Answers,
  { method = '', search, ...asker }: RequestHead,
  readBody: () => Promise<string>,
): Promise<Asked | undefined> {
  const { headerOf } = asker
  if (!mayBeKept(method, headerOf)) return
  const context = await Promise.resolve(asker)
    .then(contextOf)
    .catch(() => undefined)
  const reader = context && (await readerName(context).catch(() => undefined))
  if (context === undefined || reader === undefined) return
  const body = method === 'GET' ? '' : await readBody()
  const read = [method, search, headerOf('accept'), headerOf('content-type')]
  return { context, key: answerKey(reader, read, body), body }
}
