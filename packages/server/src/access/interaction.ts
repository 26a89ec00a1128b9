import type { RequestListener } from 'node:http'
import type Provider from 'oidc-provider'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { readCookie } from './cookies.ts'
import { issuerPage } from './issuer-page.ts'
import { linkCookie, takeUsedLink } from './sign-in-links.ts'

/** Where the issuer sends a browser to find out who it is. */
export const interactionRoute = /^\/oauth\/interaction\/[^/]+$/

/** Tells the issuer who a browser is: whoever the link is for that it just used. Without one, says how to get it. */
export function answerInteraction(prisma: PrismaClient, provider: Provider): RequestListener {
  return async (request, response) => {
    const token = readCookie(request.headers.cookie ?? null, linkCookie)
    const accountId = token === undefined ? undefined : await takeUsedLink(prisma, token)
    if (accountId !== undefined) {
      const login = { accountId, remember: false }
      return provider.interactionFinished(request, response, { login })
    }
    response.writeHead(401, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    response.end(
      issuerPage('Sign in', [
        'Staff sign in with a link that works once. Ask a colleague to make one in GraphiQL: the mutation createSignInLink.',
        'Is nobody signed in? On the machine of the service, npm run sign-in-link makes one.',
      ]),
    )
  }
}
