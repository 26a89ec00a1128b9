import { type ExecutionResult, getOperationAST } from 'graphql'
import { isAsyncIterable, type Plugin } from 'graphql-yoga'
import { notesOf } from '../audit/audit-note.ts'
import type { Answers } from './asked.ts'
import { askerOf } from './identity.ts'
import { keptAnswer, sentAnswer } from './kept-answer.ts'
import { watchUses } from './watch-uses.ts'

/** Gives resolvers their context, and keeps the answers that used nothing of it but the releases and the viewer. */
export function useKeptAnswers({ contextOf, answers, asked, types }: Answers): Plugin {
  return {
    async onParams({ request, context }) {
      const ask = asked.get(context)
      const used = watchUses(ask?.context ?? (await contextOf(askerOf(request.headers, context))), context)
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
      const { key, answer, context } = asked.get(serverContext) ?? {}
      const type = response.headers.get('content-type') ?? ''
      if (context === undefined || key === undefined || answer === undefined || response.status !== 200)
        return
      if (!/^application\/(graphql-response\+)?json;/.test(type)) return
      const kept = keptAnswer(context, request.method, answer, type, notesOf(serverContext))
      answers.set(key, kept)
      types.set(request.headers.get('accept') ?? '', type)
      // To POST, Yoga says the same already.
      if (kept.etag === null) return
      const { body, ...init } = sentAnswer(request.headers.get('if-none-match'), kept)
      setResponse(new fetchAPI.Response(body, init))
    },
  }
}

/** Whether a result is whole and without errors. */
export function isComplete(
  result: ExecutionResult | AsyncIterable<unknown> | undefined,
): result is ExecutionResult {
  return result !== undefined && !isAsyncIterable(result) && Object.keys(result).join() === 'data'
}

/** Whether an answer followed from the releases and the viewer alone; the caller is only counted. */
export function areReleasesAlone(used: ReadonlySet<string> | undefined): boolean {
  return (
    used?.has('releases') === true &&
    [...used].every((name) => ['releases', 'viewer', 'caller'].includes(name))
  )
}
