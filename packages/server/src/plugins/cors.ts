import type { Plugin } from 'graphql-yoga'

/** What every answer says. */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after, x-request-id, deprecation, sunset, link',
}

/**
 * Opens reading to pages of any origin, without credentials. One answer for every origin, so that a shared cache
 * can keep it; Yoga's own would repeat the asker's origin.
 */
export function useOpenCors(): Plugin {
  return {
    onRequest({ request, fetchAPI, endResponse }) {
      if (request.method !== 'OPTIONS') return
      const headers = {
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers':
          'accept, content-type, authorization, if-none-match, x-peo-client, idempotency-key, traceparent, tracestate',
        'access-control-max-age': '86400',
      }
      endResponse(new fetchAPI.Response(null, { status: 204, headers }))
    },
    onResponse({ response }) {
      for (const [name, value] of Object.entries(openHeaders)) response.headers.set(name, value)
    },
  }
}
