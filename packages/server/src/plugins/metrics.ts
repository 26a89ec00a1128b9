import type { Plugin } from 'graphql-yoga'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { requestPath } from './request-path.ts'

/** Counts requests, and shows the counts. */
export interface RequestMetrics {
  /** The plugin that stands before all that answer, and the one that stands after them. */
  readonly first: Plugin
  readonly last: Plugin
  /** Counts an answer to a path; `began` is when its request came, as `performance.now()` told. */
  readonly count: (path: string, status: number, began: number) => void
  /** Counts entries that the audit log had to drop. */
  readonly countLost: (entries: number) => void
}

/** Serves `/metrics` for Prometheus: requests by path and status, but for those of who answers a wave, their duration, and the process. */
export function useMetrics(): RequestMetrics {
  const registry = new Registry()
  const started = new WeakMap<object, { readonly path: string; readonly began: number }>()
  const requests = new Counter({
    name: 'peo_http_requests_total',
    help: 'Requests answered, by path and status; none of /answer.',
    labelNames: ['path', 'status'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'peo_http_request_duration_seconds',
    help: 'Seconds from request to answer, by path; none of /answer.',
    labelNames: ['path'],
    registers: [registry],
  })
  const lost = new Counter({
    name: 'peo_audit_entries_lost_total',
    help: 'Entries of the audit log that the database did not take in time.',
    registers: [registry],
  })
  collectDefaultMetrics({ register: registry })
  const count = (path: string, status: number, began: number) => {
    requests.inc({ path, status })
    duration.observe({ path }, (performance.now() - began) / 1000)
  }
  const first: Plugin = {
    onRequest({ url: { pathname }, serverContext, fetchAPI, endResponse }) {
      // Everyone may read the counts, and would see when somebody answers.
      const path = requestPath(pathname)
      if (path === undefined) return
      started.set(serverContext, { path, began: performance.now() })
      if (pathname !== '/metrics') return
      const headers = { 'content-type': registry.contentType }
      return registry.metrics().then((text) => endResponse(new fetchAPI.Response(text, { headers })))
    },
  }
  const last: Plugin = {
    onResponse({ response, serverContext }) {
      const request = started.get(serverContext)
      if (request !== undefined) count(request.path, response.status, request.began)
    },
  }
  return { first, last, count, countLost: (entries) => lost.inc(entries) }
}
