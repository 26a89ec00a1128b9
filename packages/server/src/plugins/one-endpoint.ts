import type { Plugin } from 'graphql-yoga'

/** Where GraphQL is answered, and nowhere else. */
export const graphqlPath = /^\/graphql\/?$/

/**
 * Stands behind all that answer by path. What is left is for GraphQL: Yoga takes every address that ends so, which none
 * of the checks before it knows.
 */
export function useOneEndpoint(): Plugin {
  return {
    onRequest({ url, fetchAPI, endResponse }) {
      if (!graphqlPath.test(url.pathname)) endResponse(new fetchAPI.Response(null, { status: 404 }))
    },
  }
}
