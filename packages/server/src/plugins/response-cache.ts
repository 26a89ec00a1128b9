import { type ExecutionResult, getOperationAST } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { answerCache, answerKey, type ContextOf, type Reader } from './answer-cache.ts'
import { type KeptAnswer, keptAnswer, respond } from './kept-answer.ts'
import { readBody } from './read-body.ts'
import { watchUses } from './watch-uses.ts'

/** A request on its way to an answer that may be kept. */
interface Asked {
  readonly context: Reader
  readonly key: string | undefined
  readonly body: string
  used?: ReadonlySet<string>
  isQuery?: boolean
  answer?: string
}

/**
 * Gives resolvers their context, and executes nothing twice that follows from releases alone, which never change.
 *
 * An answer is kept when it is the complete one of a query, without errors, whose resolvers used nothing of the
 * context but the releases and the viewer: whatever else a context has may change. The viewer, the releases and
 * all of the request that GraphQL reads make its key. Errors, mutations, streams and batches are never kept.
 */
export function useResponseCache<Context extends Reader>(contextOf: ContextOf<Context>): Plugin {
  const answers = answerCache<KeptAnswer>()
  const asked = new WeakMap<object, Asked>()
  return {
    async onRequest({ request, url, serverContext, fetchAPI, setRequest, endResponse }) {
      if (url.pathname !== '/graphql') return
      const body = await readBody(request)
      if (body === undefined) return
      const { method, headers } = request
      const context = contextOf(request)
      const read = [method, url.search, headers.get('accept'), headers.get('content-type'), body]
      // Where the releases cannot be read, those resolvers that ask for them say so.
      const key = await answerKey(context, read).catch(() => undefined)
      const known = key && answers.get(key)
      if (known) return endResponse(respond(request, known, fetchAPI))
      asked.set(serverContext, { context, key, body })
      // Its body is read: without one, nobody tries to read it again.
      if (method === 'POST') setRequest(new fetchAPI.Request(request.url, { method, headers }))
    },
    onRequestParse({ request, serverContext, fetchAPI, requestParser, setRequestParser }) {
      const { body } = asked.get(serverContext) ?? {}
      if (!body || requestParser === undefined) return
      const { url, method, headers } = request
      setRequestParser(() => requestParser(new fetchAPI.Request(url, { method, headers, body })))
    },
    onParams({ request, context }) {
      const ask = asked.get(context)
      const used = watchUses(ask?.context ?? contextOf(request), context)
      if (ask !== undefined) ask.used = used
    },
    onExecute({ args: { document, operationName, contextValue } }) {
      const ask = asked.get(contextValue)
      if (ask !== undefined) ask.isQuery = getOperationAST(document, operationName)?.operation === 'query'
    },
    onExecutionResult({ context, result, setResult }) {
      const ask = asked.get(context)
      if (!ask?.isQuery || !isComplete(result) || !areReleasesAlone(ask.used)) return
      const answer = JSON.stringify(result)
      ask.answer = answer
      setResult({ ...result, stringify: () => answer })
    },
    onResponse({ request, response, serverContext, fetchAPI, setResponse }) {
      const { key, answer } = asked.get(serverContext) ?? {}
      const type = response.headers.get('content-type') ?? ''
      if (key === undefined || answer === undefined || response.status !== 200) return
      if (!/^application\/(graphql-response\+)?json;/.test(type)) return
      const kept = keptAnswer(answer, type)
      answers.set(key, kept)
      setResponse(respond(request, kept, fetchAPI))
    },
  }
}

function isComplete(result: ExecutionResult | AsyncIterable<unknown> | undefined): result is ExecutionResult {
  return result !== undefined && !isAsyncIterable(result) && Object.keys(result).join() === 'data'
}

function areReleasesAlone(used: ReadonlySet<string> | undefined): boolean {
  return used?.has('releases') === true && [...used].every((name) => ['releases', 'viewer'].includes(name))
}
