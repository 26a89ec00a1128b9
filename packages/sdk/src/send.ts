import type { CallOptions, PeoClientOptions } from './client-options.ts'
import { errorCode, PeoError } from './peo-error.ts'

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
}

/**
 * Sends one operation and returns its data.
 *
 * @throws PeoError when the service cannot be reached or answers with an error
 */
export async function send(
  client: PeoClientOptions,
  query: string,
  variables: unknown,
  options: CallOptions,
): Promise<unknown> {
  const request = client.fetch ?? globalThis.fetch
  const response = await request(endpointOf(client.url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify({ query, variables }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause
    throw new PeoError(
      'NETWORK',
      `${client.url} cannot be reached; does the service run there?`,
      {},
      { cause },
    )
  })
  const answer = await readAnswer(client.url, response)
  const [error] = answer.errors ?? []
  if (error !== undefined) {
    const { code, ...details } = error.extensions ?? {}
    throw new PeoError(errorCode(code), error.message, details)
  }
  return answer.data
}

async function readAnswer(url: string, response: Response): Promise<Answer> {
  const text = await response.text()
  try {
    const answer: unknown = JSON.parse(text)
    if (isAnswer(answer)) return answer
  } catch {
    // Not JSON: reported below.
  }
  throw new PeoError(
    'NETWORK',
    `${url} answered ${response.status}, but not as GraphQL; is it the right address?`,
  )
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)
}

/** The bare address of a service stands for its GraphQL endpoint. */
function endpointOf(url: string): string {
  return url.replace(/^(https?:\/\/[^/]+)\/?$/, '$1/graphql')
}
