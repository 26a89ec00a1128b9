import type { Configuration } from 'oidc-provider'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { browserClient } from './client-metadata.ts'

/** Who signs in at the issuer: accounts of staff, at the service itself, so that there is nobody to give consent to. */
export function staffLogin(
  prisma: PrismaClient,
): Required<Pick<Configuration, 'findAccount' | 'loadExistingGrant'>> {
  return {
    findAccount: async ({ oidc }, id) => {
      const account = await prisma.staffAccount.findUnique({ where: { id } })
      if (account !== null) return { accountId: id, claims: () => ({ sub: id, name: account.name }) }
      // Who was removed on the way in is asked anew who it is: the library would look for a grant of nobody.
      if (oidc.session?.accountId === id) delete oidc.session.accountId
      return undefined
    },
    loadExistingGrant: async ({ oidc }) => {
      if (oidc.client?.clientId !== browserClient || !oidc.session?.accountId) return undefined
      const grant = new oidc.provider.Grant({ clientId: browserClient, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}
