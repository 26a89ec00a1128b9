import { type Plugin, useReadinessCheck } from 'graphql-yoga'
import type { PrismaClient } from '../generated/prisma/client.ts'

/** Says at `/readyz` whether the database answers. */
export function useReadiness(prisma: PrismaClient): Plugin {
  return useReadinessCheck({
    endpoint: '/readyz',
    check: async () => {
      await prisma.$queryRaw`SELECT 1`
    },
  })
}
