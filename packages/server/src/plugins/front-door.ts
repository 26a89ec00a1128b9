import type { Plugin } from 'graphql-yoga'

/** Sends a visitor of the bare address to GraphiQL. */
export function useFrontDoor(): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (url.pathname !== '/') return
      endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: '/graphql' } }))
    },
  }
}
