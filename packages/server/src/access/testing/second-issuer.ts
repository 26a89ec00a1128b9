/**
 * An issuer of its own, as a university has one: a process that listens on a free port of this machine. It takes its
 * private key and the audience of its tokens from the environment, and tells its parent where it listens.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadProvider } from '../load-provider.ts'

const { default: Provider } = await loadProvider()
const { KEY = '', AUDIENCE = '' } = process.env

const server = createServer()
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

/** By client id, what tokens say of the reader. */
const readers: Readonly<Record<string, object>> = {
  researcher: { access: { roles: ['guest', 'peo-researcher'] }, organisation: 'org_c' },
  guest: { access: { roles: ['guest'] } },
}

const provider = new Provider(issuer, {
  jwks: { keys: [JSON.parse(KEY)] },
  cookies: { keys: ['no browser comes here'] },
  clientDefaults: { id_token_signed_response_alg: 'ES256' },
  clients: Object.keys(readers).map((id) => ({
    client_id: id,
    client_secret: 'known to its test',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  })),
  extraTokenClaims: (_, token) => ({ ...readers[token.clientId ?? ''] }),
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => AUDIENCE,
      getResourceServerInfo: (_, resource) => ({
        scope: '',
        audience: resource,
        accessTokenTTL: 300,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  },
})
server.on('request', provider.callback())
process.once('disconnect', () => process.exit())
process.send?.(issuer)
