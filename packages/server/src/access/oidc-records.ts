import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { PrismaClient } from '../generated/prisma/client.ts'

/** What went wrong where only one request may succeed. */
export type SecondUse = 'code' | 'assertion'

/**
 * Keeps what the issuer remembers between requests in the database, for all replicas.
 *
 * @param refuse makes the error for who comes second with what holds once
 */
export function oidcRecords(prisma: PrismaClient, model: string, refuse: (use: SecondUse) => Error): Adapter {
  const found = async (where: { id?: string; uid?: string }) => {
    const record = await prisma.oidcRecord.findFirst({
      where: { model, ...where, expiresAt: { gt: new Date() } },
    })
    if (record === null) return undefined
    const consumed = record.consumedAt && { consumed: Math.floor(record.consumedAt.getTime() / 1000) }
    return { ...(record.payload as AdapterPayload), ...consumed }
  }
  return {
    async upsert(id, payload, expiresIn = 0) {
      const data = {
        payload: JSON.parse(JSON.stringify(payload)),
        uid: payload.uid ?? null,
        grantId: payload.grantId ?? null,
        expiresAt: new Date(Date.now() + expiresIn * 1000),
      }
      if (model === 'ReplayDetection') {
        const { count } = await prisma.oidcRecord.createMany({
          data: [{ model, id, ...data }],
          skipDuplicates: true,
        })
        if (count === 0) throw refuse('assertion')
        return
      }
      await prisma.oidcRecord.upsert({
        where: { model_id: { model, id } },
        create: { model, id, ...data },
        update: data,
      })
    },
    find: (id) => found({ id }),
    findByUid: (uid) => found({ uid }),
    // Only the device flow, which is off, has user codes.
    findByUserCode: async () => undefined,
    async consume(id) {
      const { count } = await prisma.oidcRecord.updateMany({
        where: { model, id, consumedAt: null },
        data: { consumedAt: new Date() },
      })
      if (count === 0) throw refuse('code')
    },
    async destroy(id) {
      await prisma.oidcRecord.deleteMany({ where: { model, id } })
    },
    async revokeByGrantId(grantId) {
      await prisma.oidcRecord.deleteMany({ where: { model, grantId } })
    },
  }
}
