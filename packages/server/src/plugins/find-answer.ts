import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import { answerDirectly } from './answer-directly.ts'
import { type Answers, type Asked, readAsked } from './asked.ts'
import { askerOf, nodeAsker } from './identity.ts'
import { type KeptAnswer, sentAnswer } from './kept-answer.ts'
import { readNodeBody, readObject } from './read-body.ts'

/** An answer before Yoga saw its request. */
export interface FoundAnswer {
  readonly answer: KeptAnswer
  /** Tells the audit log that it was given. */
  readonly given: () => void
}

/**
 * Finds the answer to a request before Yoga sees it, or makes it where that is simple. The body is read then, and
 * Yoga gets it from `useFoundAnswer`.
 */
export async function findAnswer(
  state: Answers,
  request: IncomingMessage,
  yoga: Parameters<typeof answerDirectly>[0],
): Promise<FoundAnswer | undefined> {
  const { method, url = '', headers } = request
  if (url !== '/graphql' && !url.startsWith('/graphql?')) return
  const search = url.slice('/graphql'.length)
  const head = { method, search, ...nodeAsker(request) }
  const ask = await readAsked(state, head, () => readNodeBody(request))
  if (ask === undefined) return
  const found = (answer: KeptAnswer): FoundAnswer => ({
    answer,
    given: () => state.record(ask.context, answer.notes),
  })
  const known = state.answers.get(ask.key)
  if (known !== undefined) return found(known)
  state.asked.set(request, ask)
  const type = state.types.get(headers.accept ?? '')
  if (method !== 'POST' || type === undefined || !state.maySpend(ask.context)) return
  const made = await answerDirectly(yoga, state, ask, type).catch(() => undefined)
  return made && found(made)
}

/** Finds the answer to a request that did not come through `findAnswer`, and goes on with one that did. */
export function useFoundAnswer(state: Answers): Plugin {
  const { asked, answers } = state
  return {
    onRequest({ request, url, serverContext, fetchAPI, setRequest, endResponse }) {
      if (url.pathname !== '/graphql') return
      const { method, headers } = request
      const goOn = (ask: Asked) => {
        asked.set(serverContext, ask)
        // Its body is read: without one, nobody tries to read it again.
        if (method === 'POST') setRequest(new fetchAPI.Request(request.url, { method, headers }))
      }
      const found = 'req' in serverContext && asked.get(serverContext.req as IncomingMessage)
      if (found) return goOn(found)
      const head = { method, search: url.search, ...askerOf(headers, serverContext) }
      return readAsked(state, head, () => request.text()).then((ask) => {
        const known = ask && answers.get(ask.key)
        if (ask === undefined || known === undefined) return ask && goOn(ask)
        state.record(ask.context, known.notes)
        const { body, ...init } = sentAnswer(headers.get('if-none-match'), known)
        return endResponse(new fetchAPI.Response(body, init))
      })
    },
    onRequestParse({ request, serverContext, fetchAPI, requestParser, setRequestParser }) {
      const { body } = asked.get(serverContext) ?? {}
      if (!body || requestParser === undefined) return
      const { url, method, headers } = request
      const params = readObject(body)
      // Of a body that is no object, Yoga says what is wrong with it.
      setRequestParser(() => params ?? requestParser(new fetchAPI.Request(url, { method, headers, body })))
    },
  }
}
