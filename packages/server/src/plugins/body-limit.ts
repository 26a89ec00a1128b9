import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { mayRead } from '../access/may-read.ts'
import type { ContextOf } from './answer-cache.ts'
import { askerOf } from './identity.ts'

/** Bytes of a GraphQL request at most; a long query of a person has some thousands. */
export const mostBytes = 2 ** 18

/** Bytes of a request with files at most, of staff alone: 100,000 respondents by 40 questions take 32 MB as SPSS. */
export const mostUploadBytes = 2 ** 26

const multipart = /^multipart\/form-data\s*(;|$)/i

/** Refuses bodies that are longer than they may be, before more of them is kept. Stands behind what chooses how they are read. */
export function useBodyLimit(contextOf: ContextOf): Plugin {
  return {
    async onRequestParse({ request, serverContext, requestParser, setRequestParser, fetchAPI }) {
      const { headers, url, method } = request
      const isUpload = multipart.test(headers.get('content-type') ?? '')
      const context = isUpload ? await contextOf(askerOf(headers, serverContext)) : undefined
      const limit = context && mayRead(context.viewer, 'STAFF') ? mostUploadBytes : mostBytes
      const length = headers.get('content-length')
      if (length !== null && !(Number(length) <= limit)) throw tooLong(limit)
      // A server reads as much as the length says, and no more.
      if (length !== null || request.body === null || requestParser === undefined) return
      setRequestParser(async () => {
        const body = await readUpTo(limit, request)
        return requestParser(new fetchAPI.Request(url, { method, headers, body }))
      })
    },
  }
}

async function readUpTo(limit: number, { body }: Request): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length <= limit) chunks.push(chunk)
    // Who still sends would not hear the answer; who sends without end is not waited for.
    else if (length > limit + mostUploadBytes) break
  }
  if (length > limit) throw tooLong(limit)
  return Buffer.concat(chunks)
}

function tooLong(limit: number): GraphQLError {
  const wayOut =
    limit === mostBytes
      ? 'ask the parts one by one'
      : 'import it with npm run import, on the machine of the service'
  const message = `The body of a request has up to ${limit} bytes, and this one more; ${wayOut}.`
  const extensions = { code: 'TOO_COSTLY', cost: limit + 1, limit, of: 'bytes' }
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 413 } } })
}
