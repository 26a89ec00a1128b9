import type { IncomingMessage } from 'node:http'
import type { HeaderOf } from '../access/asker.ts'

/** How long a body may be, in bytes, to be read for finding a kept answer; a query of GraphiQL has some 500. */
const longest = 65_536

/** Whether the answer to a request may be kept: GET, and POST of JSON that says that it is short. */
export function mayBeKept(method: string | undefined, headerOf: HeaderOf): boolean {
  if (method === 'GET') return true
  const length = headerOf('content-length') ?? ''
  const isShort = /^\d+$/.test(length) && Number(length) <= longest
  return method === 'POST' && isShort && /^application\/json(;|$)/.test(headerOf('content-type') ?? '')
}

/**
 * Reads the body of a request, which may be kept, from Node.js.
 *
 * @throws Error when the reader goes away before its end
 */
export async function readNodeBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.once('end', () => resolve(Buffer.concat(chunks).toString()))
    request.once('error', reject)
  })
}

/** The object that a body holds as JSON; nothing where it holds anything else. */
export function readObject(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Reads the body of a request from the web; nothing where it is longer than it may be. It is read to its end all the same:
 * who still sends would not hear the answer.
 */
export async function readLimited({ body }: Request, most = longest): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length <= most) chunks.push(chunk)
  }
  return length > most ? undefined : Buffer.concat(chunks)
}
