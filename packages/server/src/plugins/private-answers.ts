import type { Plugin } from 'graphql-yoga'

/** No cache keeps what somebody is answered who said who they are, unless the answer says otherwise itself. */
export function usePrivateAnswers(): Plugin {
  return {
    onResponse({ request, response: { headers } }) {
      const isPersonal = request.headers.has('authorization') || request.headers.has('cookie')
      if (!isPersonal || headers.has('cache-control')) return
      headers.set('cache-control', 'private, no-store')
      headers.append('vary', 'accept, authorization, cookie')
    },
  }
}
