import type { Plugin } from 'graphql-yoga'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

const paths = ['/graphql', '/tables/', '/healthz', '/readyz', '/metrics']

/** Serves `/metrics` for Prometheus: requests by path and status, their duration, and the process. */
export function useMetrics(): { readonly first: Plugin; readonly last: Plugin } {
  const registry = new Registry()
  const started = new WeakMap<object, number>()
  const requests = new Counter({
    name: 'peo_http_requests_total',
    help: 'Requests answered, by path and status.',
    labelNames: ['path', 'status'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'peo_http_request_duration_seconds',
    help: 'Seconds from request to answer, by path.',
    labelNames: ['path'],
    registers: [registry],
  })
  collectDefaultMetrics({ register: registry })
  const first: Plugin = {
    async onRequest({ url, serverContext, fetchAPI, endResponse }) {
      started.set(serverContext, performance.now())
      if (url.pathname !== '/metrics') return
      const headers = { 'content-type': registry.contentType }
      endResponse(new fetchAPI.Response(await registry.metrics(), { headers }))
    },
  }
  const last: Plugin = {
    onResponse({ request, response, serverContext }) {
      const { pathname } = new URL(request.url)
      const path = paths.find((known) => pathname === known || pathname.startsWith(known)) ?? 'other'
      requests.inc({ path, status: response.status })
      const since = started.get(serverContext)
      if (since !== undefined) duration.observe({ path }, (performance.now() - since) / 1000)
    },
  }
  return { first, last }
}
