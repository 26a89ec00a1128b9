import type { ClientMetadata } from 'oidc-provider'
import { isStorable } from '../database/storable.ts'
import type { Client, PrismaClient } from '../generated/prisma/client.ts'
import { scopeOf } from './scopes.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** The client that signs staff in at GraphiQL; its tokens are no one's to use. */
export const browserClient = 'graphiql'

/** The issuer's library wants a secret of each client that has one; ours are hashed, and compared so. */
const unusedSecret = newSecret()

/** In place of a client that is not there: compared with as one that is, so that nobody can tell them apart. */
const decoy = {
  client_secret: unusedSecret,
  secret_hash: Buffer.from(hashSecret(newSecret())).toString('base64'),
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
  scope: 'results:read',
} as const satisfies Omit<ClientMetadata, 'client_id'>

/** The client of an id as the issuer's library wants it. Of an unknown or revoked one, a client that no secret fits. */
export async function findClientMetadata(
  prisma: PrismaClient,
  issuer: string,
  id: string,
): Promise<ClientMetadata> {
  if (id === browserClient) {
    return {
      client_id: id,
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: [`${issuer}/auth/callback`],
      scope: 'openid',
    }
  }
  const client = isStorable(id) ? await prisma.client.findUnique({ where: { id, revokedAt: null } }) : null
  return client === null ? { ...decoy, client_id: id } : metadataOf(client)
}

function metadataOf({ id, role, secretHash, publicKey }: Client): ClientMetadata {
  const shared = { ...decoy, client_id: id, scope: scopeOf(role) }
  if (secretHash !== null) return { ...shared, secret_hash: Buffer.from(secretHash).toString('base64') }
  const { client_secret: _, secret_hash: __, ...signing } = shared
  return {
    ...signing,
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [publicKey as object] } as NonNullable<ClientMetadata['jwks']>,
  }
}
