import type { Plugin } from 'graphql-yoga'
import { unkept, varying } from './keepers.ts'

/** No cache keeps what somebody is answered who said who they are, unless the answer says otherwise itself. */
export function usePrivateAnswers(): Plugin {
  return {
    onResponse({ request, response: { headers } }) {
      const isPersonal = request.headers.has('authorization') || request.headers.has('cookie')
      // Of a stream Yoga says how it is cached, whoever asked.
      const isStream = headers.get('content-type')?.startsWith('text/event-stream')
      if (!isPersonal || (headers.has('cache-control') && !isStream)) return
      headers.set('cache-control', unkept)
      headers.append('vary', varying)
    },
  }
}
