import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Client, Prisma, type PrismaClient } from '../generated/prisma/client.ts'
import type { ClientRole } from '../generated/prisma/enums.ts'
import { isOrganisation } from './organisations.ts'
import { readPublicKey } from './public-key.ts'
import { hashSecret, newSecret } from './secrets.ts'
import { nameProblem, type UserProblem, userProblem } from './user-problem.ts'

/** A client, and its secret where it was made now: it is stored nowhere, and never shown again. */
export interface ClientWithSecret {
  readonly kind: 'client'
  readonly client: Client
  readonly secret: string | null
}

/** What staff say of a new client. */
export interface NewClient {
  readonly name: string
  readonly role: ClientRole
  /** A category code of the variable marked `partnerBoundary`. */
  readonly organisation?: string | null | undefined
  /** The public JSON Web Key that it signs with; without one it gets a secret. */
  readonly publicKey?: string | null | undefined
}

/** Makes a client. */
export async function createClient(
  prisma: PrismaClient,
  { name, role, organisation, publicKey }: NewClient,
): Promise<ClientWithSecret | UserProblem> {
  const problem = nameProblem(name) ?? (await organisationProblem(prisma, organisation))
  if (problem !== undefined) return problem
  const key = publicKey ? await readPublicKey(publicKey) : null
  if (typeof key === 'string') return userProblem('INVALID_INPUT', 'publicKey', key)
  const secret = key === null ? newSecret() : null
  const client = await prisma.client.create({
    data: {
      id: randomUUID(),
      name,
      role,
      organisation: organisation ?? null,
      ...(key === null ? {} : { publicKey: { ...key } }),
      ...(secret === null ? {} : { secretHash: hashSecret(secret) }),
    },
  })
  return { kind: 'client', client, secret }
}

/**
 * Gives a client a new secret; the old one, or its key, holds no longer, nor do tokens that it got with it. Tokens say when
 * they are from in whole seconds, so the new secret is told when the second is over: until then all are refused.
 */
export async function replaceClientSecret(
  prisma: PrismaClient,
  id: string,
): Promise<ClientWithSecret | UserProblem> {
  const secret = newSecret()
  const replacedAt = new Date()
  const data = { secretHash: hashSecret(secret), publicKey: Prisma.DbNull, replacedAt }
  const client = await updateClient(prisma, id, data)
  await setTimeout(Math.max(0, (Math.floor(replacedAt.getTime() / 1000) + 1) * 1000 - Date.now()))
  return client === undefined ? unknownClient(id) : { kind: 'client', client, secret }
}

/** Revokes a client at once: its tokens are refused from now on, too. */
export async function revokeClient(
  prisma: PrismaClient,
  id: string,
): Promise<ClientWithSecret | UserProblem> {
  const client = await updateClient(prisma, id, { revokedAt: new Date() })
  return client === undefined ? unknownClient(id) : { kind: 'client', client, secret: null }
}

async function updateClient(
  prisma: PrismaClient,
  id: string,
  data: Prisma.ClientUpdateManyMutationInput,
): Promise<Client | undefined> {
  const [client] = await prisma.client.updateManyAndReturn({ where: { id, revokedAt: null }, data })
  return client
}

async function organisationProblem(
  prisma: PrismaClient,
  organisation: string | null | undefined,
): Promise<UserProblem | undefined> {
  if (organisation === undefined || organisation === null) return undefined
  if (await isOrganisation(prisma, organisation)) return undefined
  const message = `"${organisation}" is no organisation: give a category code of a variable whose categories are partner organisations.`
  return userProblem('INVALID_INPUT', 'organisation', message)
}

function unknownClient(id: string): UserProblem {
  const message = `There is no client "${id}", or it is revoked. The query clients lists them; createClient makes a new one.`
  return userProblem('UNKNOWN_CLIENT', 'id', message)
}
