import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Bytes of a request at most. A long query of a person has some thousands. */
const mostBytes = 2 ** 18

/** Refuses GraphQL requests with a body that is too long to read, before or while it is read. */
export function useBodyLimit(): Plugin {
  return {
    onRequestParse({ request, requestParser, setRequestParser, fetchAPI }) {
      if (Number(request.headers.get('content-length')) > mostBytes) throw tooLong()
      if (request.body === null || requestParser === undefined || request.headers.has('content-length'))
        return
      const { url, method, headers } = request
      setRequestParser(async () => {
        const body = await readWithin(request.body)
        return requestParser(new fetchAPI.Request(url, { method, headers, body }))
      })
    },
  }
}

async function readWithin(stream: ReadableStream<Uint8Array> | null): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of stream ?? []) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) throw tooLong()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function tooLong(): GraphQLError {
  const message = `The body of a request has up to ${mostBytes} bytes, and this one more; ask the parts one by one.`
  const extensions = { code: 'TOO_COSTLY', cost: mostBytes + 1, limit: mostBytes, of: 'bytes' }
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 413 } } })
}
