import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { LRUCache } from 'lru-cache'
import type { AuditNote } from '../audit/audit-note.ts'
import { answerCache, type ContextOf, type Reader } from './answer-cache.ts'
import type { Answers } from './asked.ts'
import { useExecutedBefore } from './executed-before.ts'
import { type FoundAnswer, findAnswer, useFoundAnswer } from './find-answer.ts'
import { useKeptAnswers } from './keep-answer.ts'

/** Answers of GraphQL that are given again. */
export interface ResponseCache {
  /** Find and keep answers, and give resolvers their context. */
  readonly plugins: readonly Plugin[]
  /** Finds the answer to a request before Yoga sees it, or makes it with what Yoga executes with: that costs less. */
  readonly find: (
    request: IncomingMessage,
    yoga: Parameters<typeof findAnswer>[2],
  ) => Promise<FoundAnswer | undefined>
}

/**
 * Executes nothing twice that follows from releases alone, which never change.
 *
 * An answer is kept when it is the complete one of a query, without errors, whose resolvers used nothing of the
 * context but the releases and the viewer: whatever else a context has may change. The viewer, the releases and
 * all of the request that GraphQL reads make its key. Errors, mutations, streams and batches are never kept.
 */
export function responseCache<Context extends Reader>(
  contextOf: ContextOf<Context>,
  record: (context: Context, notes: readonly AuditNote[]) => void,
  maySpend: (context: Context) => boolean = () => true,
): ResponseCache {
  const state: Answers = {
    contextOf,
    record: (context, notes) => record(context as Context, notes),
    maySpend: (context) => maySpend(context as Context),
    answers: answerCache(),
    asked: new WeakMap(),
    types: new LRUCache({ max: 100 }),
  }
  return {
    plugins: [useFoundAnswer(state), useExecutedBefore(state), useKeptAnswers(state)],
    find: (request, yoga) => findAnswer(state, request, yoga),
  }
}
