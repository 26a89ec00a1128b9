import type { RequestListener } from 'node:http'
import type { JWK } from 'jose'
import type Provider from 'oidc-provider'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { answerInteraction, interactionRoute } from './interaction.ts'
import { issuerFailure } from './issuer-failure.ts'
import { loadProvider } from './load-provider.ts'
import { type PortlessAnswer, type PortlessRequest, portlessFetch } from './portless-fetch.ts'
import { providerConfiguration } from './provider-configuration.ts'
import { isSecretOf } from './secrets.ts'
import { keyTimes, readSigningKeys } from './signing-keys.ts'

/** The issuer of the service's own tokens. */
export interface Issuer {
  /** Its name, which is the origin of the service. */
  readonly url: string
  /** The keys that its tokens are verified with, as they are published. */
  keys(): Promise<readonly JWK[]>
  /** Asks it over HTTP, without a port. */
  fetch(request: PortlessRequest): Promise<PortlessAnswer>
}

interface Running {
  readonly keys: readonly JWK[]
  readonly fetch: Issuer['fetch']
}

/**
 * Runs the issuer: on its first use, and anew whenever the keys it signs with are others, without an outage.
 *
 * @param url the origin at which the service is reached
 */
export function runIssuer(prisma: PrismaClient, url: string): Issuer {
  let running: { readonly since: number; readonly issuer: Promise<Running> } | undefined
  const current = (): Promise<Running> => {
    if (running === undefined || running.since + keyTimes.reading < Date.now()) {
      const last = running?.issuer
      running = { since: Date.now(), issuer: renew(prisma, url, last) }
      // After a failure the next request tries again.
      running.issuer.catch(() => {
        running = undefined
      })
    }
    return running.issuer
  }
  return {
    url,
    keys: async () => (await current()).keys,
    fetch: async (request) => (await current()).fetch(request),
  }
}

async function renew(
  prisma: PrismaClient,
  url: string,
  last: Promise<Running> | undefined,
): Promise<Running> {
  const keys = await readSigningKeys(prisma)
  await prisma.oidcRecord.deleteMany({ where: { expiresAt: { lt: new Date() } } })
  const kept = await last?.catch(() => undefined)
  const names = (list: readonly JWK[]) => list.map(({ kid }) => kid).join()
  if (kept !== undefined && names(kept.keys) === names(keys)) return kept
  const provider = await makeProvider(prisma, url, keys)
  return {
    keys: keys.map(publicPart),
    fetch: underOwnName(url, portlessFetch(listenerOf(prisma, url, provider))),
  }
}

function listenerOf(prisma: PrismaClient, url: string, provider: Provider): RequestListener {
  const protocol = provider.callback() as RequestListener
  const interaction = answerInteraction(prisma, url, provider)
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?')
    return interactionRoute.test(path) ? interaction(request, response) : protocol(request, response)
  }
}

/** What nobody but the service itself says to its issuer. */
const dropped =
  /^(host|connection|content-length|transfer-encoding|trailer|expect|upgrade|forwarded|x-forwarded-.*)$/

/** Asks the issuer under its own name, whatever name a client used. */
function underOwnName(url: string, ask: Issuer['fetch']): Issuer['fetch'] {
  const { host, protocol } = new URL(url)
  const own = { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) }
  return ({ headers, body, ...request }) => {
    const others = Object.entries(headers).filter(([name]) => !dropped.test(name))
    const length = body.length > 0 ? { 'content-length': String(body.length) } : {}
    return ask({ ...request, headers: { ...Object.fromEntries(others), ...own, ...length }, body })
  }
}

async function makeProvider(prisma: PrismaClient, url: string, keys: readonly JWK[]): Promise<Provider> {
  const { default: OidcProvider, errors } = await loadProvider()
  const provider = new OidcProvider(url, providerConfiguration(prisma, url, keys, errors))
  // What its listener is told of host and protocol is what `underOwnName` writes, never what a client sent.
  provider.proxy = true
  provider.Client.prototype.compareClientSecret = function (secret: string) {
    return isSecretOf(Buffer.from(String(this.secret_hash), 'base64'), secret)
  }
  // Told by now, but for why; as a page, it says so itself.
  provider.on('server_error', (context, error) => {
    const { message } = issuerFailure(error)
    if (!context.response.is('html')) context.body = { error: 'server_error', error_description: message }
  })
  return provider
}

function publicPart({ d: _, ...key }: JWK): JWK {
  return key
}
