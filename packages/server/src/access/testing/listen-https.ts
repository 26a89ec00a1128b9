import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Fetching } from './cookie-browser.ts'

/**
 * A key and a certificate for localhost, good for nothing else, until 2126: `openssl req -x509 -newkey ec -pkeyopt
 * ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=localhost -addext subjectAltName=DNS:localhost,IP:127.0.0.1`.
 */
const pem = readFileSync(new URL('localhost.pem', import.meta.url))

/** A service over HTTPS, which is told its address before it is made. */
export async function listenHttps(
  make: (origin: string) => RequestListener,
): Promise<Fetching & { readonly origin: string; readonly close: () => void }> {
  const server = createServer({ key: pem, cert: pem })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`
  server.on('request', make(origin))
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin, close, fetch: fetchHttps }
}

/** Asks over HTTPS, and trusts the certificate above alone. */
async function fetchHttps(address: string, { method = 'GET', headers = {}, body }: RequestInit) {
  const sent = request(address, {
    method,
    headers: Object.fromEntries(new Headers(headers)),
    ca: pem,
    family: 4,
  })
  sent.end(body)
  const [answer] = await once(sent, 'response')
  const { statusCode: status, rawHeaders } = answer
  const told = new Headers()
  for (let at = 0; at < rawHeaders.length; at += 2) told.append(rawHeaders[at], rawHeaders[at + 1])
  const whole = await text(answer)
  return new Response(whole === '' ? null : whole, { status, headers: told })
}
