import type { Database } from '../../database/database.ts'
import { createClient, type NewClient } from '../clients.ts'

/** Makes a client that has a secret. */
export async function newClient(
  { prisma }: Database,
  input: Partial<NewClient> = {},
): Promise<{ readonly id: string; readonly secret: string }> {
  const made = await createClient(prisma, { name: 'a client', role: 'PARTNER', ...input })
  if (made.kind === 'problem') throw new Error(made.message)
  return { id: made.client.id, secret: made.secret ?? '' }
}
