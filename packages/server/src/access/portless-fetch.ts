import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  maxHeaderSize as mostFromOutside,
  type RequestListener,
} from 'node:http'
import { duplexPair } from 'node:stream'

/** An answer of a listener, whole. */
export interface PortlessAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer<ArrayBuffer>
}

/** A request to a listener; of a header with several values, the one that was set last counts. */
export interface PortlessRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** What came from outside is of a size that Node.js takes; here headers are added to it, and answers say parts of it again. */
const maxHeaderSize = 4 * mostFromOutside

/** Asks a listener of Node.js, over HTTP but without a port or a network. */
export function portlessFetch(
  listener: RequestListener,
): (request: PortlessRequest) => Promise<PortlessAnswer> {
  const server = createServer({ maxHeaderSize }, listener)
  const createConnection = () => {
    const [client, remote] = duplexPair()
    // A pair does not tell its one end that the other is gone. An answer that ended was read by then.
    remote.once('close', () => client.destroy())
    server.emit('connection', remote)
    return client
  }
  return async ({ body, ...options }) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = httpRequest({ ...options, maxHeaderSize, createConnection }, resolve)
      sent.once('error', reject)
      sent.end(body)
    })
    const { rawHeaders: raw, statusCode = 500 } = response
    const headers = raw.flatMap((name, index) =>
      index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ''] as const] : [],
    )
    return { status: statusCode, headers, body: Buffer.concat(await response.toArray()) }
  }
}
