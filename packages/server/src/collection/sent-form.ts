import { hashSecret } from '../access/secrets.ts'
import type { Prisma } from '../generated/prisma/client.ts'

/** Whether the answers of a form are stored already: whatever its code, as nothing may tie the two together. */
export async function isSentForm(
  prisma: Prisma.TransactionClient,
  token: string | null | undefined,
): Promise<boolean> {
  if (!token) return false
  return (await prisma.sentForm.count({ where: { tokenHash: hashSecret(token) } })) > 0
}
