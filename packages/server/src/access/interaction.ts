import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { readCookie } from './cookies.ts'
import { issuerPage } from './issuer-page.ts'
import { failure, type Page } from './sign-in.ts'
import { linkCookie, takeUsedLink } from './sign-in-links.ts'

/** Where the issuer sends a browser to find out who it is. */
export const interactionRoute = /^\/oauth\/interaction\/[^/]+$/

/** Tells the issuer who a browser is: whoever the link is for that it just used. Without one, says how to get it. */
export function answerInteraction(prisma: PrismaClient, url: string, provider: Provider): RequestListener {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const token = readCookie(request.headers.cookie ?? null, linkCookie, url)
    const accountId = token === undefined ? undefined : await takeUsedLink(prisma, token)
    if (accountId !== undefined) {
      const login = { accountId, remember: false }
      return provider.interactionFinished(request, response, { login })
    }
    const page = issuerPage('Sign in', [
      'One signs in with a link that works once. Ask staff to make one in GraphiQL: the mutation createSignInLink.',
      'Is nobody signed in? On the machine of the service, npm run sign-in-link makes one.',
    ])
    show(response, { status: 401, page })
  }
  // Nobody waits for a listener: what it does not catch itself ends the process.
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else show(response, isInterrupted(error) ? interrupted : failure(error))
    })
  }
}

const interrupted: Page = {
  status: 400,
  page: issuerPage('Signing in was interrupted', [
    'This browser has no sign-in under way here. Open your link again, or ask a colleague for a new one.',
  ]),
}

/** Whether the issuer does not know of the sign-in that a browser says it is in the middle of. */
const isInterrupted = (error: unknown) => error instanceof Error && error.name === 'SessionNotFound'

function show(response: ServerResponse, { status, page }: Page): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(page)
}
