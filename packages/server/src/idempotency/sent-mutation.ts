import { createHash } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** A mutation, and the key under which a client sends it, maybe again. */
export interface KeyedMutation {
  readonly account: string
  /** Random, so that nobody else finds it. */
  readonly key: string
  /** A digest of what is asked: the document and its variables. */
  readonly asked: string
  /** The fields of the mutation, for people. */
  readonly fields: string
}

/** What the first of several mutations under one key is answered with. */
export type MutationAnswer = Readonly<Record<string, unknown>>

/** Milliseconds that a key is remembered. */
const kept = 24 * 60 * 60_000

/** Of an answer that is kept, at most. */
const mostCharacters = 2 ** 16

/** Milliseconds after which a mutation that told of no end was ended by something else: an import has an hour. */
const longest = 65 * 60_000

const hash = (...parts: readonly string[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

const idOf = ({ account, key }: KeyedMutation) => hash(account, key)

const secretOf = (key: string) => createHash('sha256').update(`answer ${key}`).digest()

/**
 * Begins a mutation, where no other has begun under its key.
 *
 * @returns the answer that the first got, where there was one; an error where that is not known (yet), or asked something else
 */
export async function beginMutation(
  prisma: PrismaClient,
  mutation: KeyedMutation,
): Promise<'begun' | { readonly answer: MutationAnswer } | RequestError> {
  const id = idOf(mutation)
  const { asked } = mutation
  const { count } = await prisma.sentMutation.createMany({ data: [{ id, asked }], skipDuplicates: true })
  if (count === 1) return 'begun'
  const first = await prisma.sentMutation.findUnique({ where: { id } })
  if (first !== null && first.asked !== asked) {
    const told =
      'This key was sent with another mutation before; a key is for one mutation and its repeats. Send a new one.'
    return requestError('INVALID_INPUT', told, { header: 'idempotency-key' })
  }
  if (first?.answer) {
    const { plaintext } = await compactDecrypt(first.answer, secretOf(mutation.key))
    return { answer: JSON.parse(new TextDecoder().decode(plaintext)) }
  }
  if (first === null || (first.endedAt === null && Date.now() - first.begunAt.getTime() < longest)) {
    const told = 'The same mutation is being done at this moment; ask for its answer again in a second.'
    return requestError('RATE_LIMITED', told, { retryAfter: 1, asked: mutation.fields })
  }
  const told = `The same mutation was begun at ${first.begunAt.toISOString()} and did not end well, or its answer is not kept: it holds a secret or is long. See what of it was done, and send what is left with a new key.`
  return requestError('INVALID_INPUT', told, { header: 'idempotency-key' })
}

/**
 * Keeps what a mutation was answered with; nothing where there is no answer to keep, or it is long.
 *
 * @returns how many bytes are kept
 */
export async function endMutation(
  prisma: PrismaClient,
  mutation: KeyedMutation,
  given: MutationAnswer | undefined,
): Promise<number> {
  const text = given && JSON.stringify(given)
  const answer =
    text !== undefined && text.length <= mostCharacters ? await encrypted(text, mutation.key) : null
  await prisma.sentMutation.updateMany({
    where: { id: idOf(mutation) },
    data: { endedAt: new Date(), answer },
  })
  return answer?.length ?? 0
}

/** Forgets a mutation that changed nothing: under its key it may be tried again. */
export async function forgetMutation(prisma: PrismaClient, mutation: KeyedMutation): Promise<void> {
  await prisma.sentMutation.deleteMany({ where: { id: idOf(mutation) } })
}

/** Forgets mutations of more than a day ago. */
export async function forgetOldMutations(prisma: PrismaClient): Promise<void> {
  await prisma.sentMutation.deleteMany({ where: { begunAt: { lt: new Date(Date.now() - kept) } } })
}

function encrypted(answer: string, key: string): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(answer))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(secretOf(key))
}
