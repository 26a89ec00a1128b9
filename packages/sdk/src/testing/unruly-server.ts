import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** A request as it came in. */
export interface Heard {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** Parameters of the query string, or members of a JSON body, or of a form. */
  readonly asked: Readonly<Record<string, string>>
  /** `performance.now()` when it came in. */
  readonly at: number
}

/** Answers a request, as badly as it likes. */
export type Answerer = (heard: Heard, response: ServerResponse) => void

/** A server on this machine that answers as it is told, and remembers what it heard; gone when the test ends. */
export async function unrulyServer(answer: Answerer) {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const body = await text(request)
    const type = headers['content-type'] ?? ''
    const form = type.includes('form') ? new URLSearchParams(body) : searchParams
    const asked = type.includes('json') ? JSON.parse(body) : Object.fromEntries(form)
    const one = { method, path: pathname, headers, asked, at: performance.now() }
    heard.push(one)
    answer(one, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard }
}

/** Sends JSON. */
export function json(response: ServerResponse, body: unknown, status = 200, headers: object = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

/** An error of GraphQL. */
export const failure = (code: string, message = 'No.', details: object = {}) => ({
  errors: [{ message, extensions: { code, ...details } }],
})

/** Answers the first request with the first, and so on; the last answers all that come after. */
export function inTurn(...answers: Answerer[]): Answerer {
  let turn = 0
  return (heard, response) => {
    const answer = answers[Math.min(turn, answers.length - 1)]!
    turn += 1
    answer(heard, response)
  }
}

/** Answers that all is well. */
export const well: Answerer = (_, response) => json(response, { data: { ok: true } })
