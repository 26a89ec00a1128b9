import type { Plugin } from 'graphql-yoga'
import { type DashboardFile, readDashboard } from './dashboard-files.ts'
import { matchesEtag } from './etag.ts'

/** The style that the charting library writes into every chart: none other may be in the page. */
const chartStyle = "'sha256-+TfQir1nvDucAdvE6XUQBt4ayUjpAWkbw2kCdSfekHM='"

/** Lets the page run its own scripts and ask its own host, and nothing else: no other host can be sent a partner's secret. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${chartStyle}`,
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the dashboard at `/dashboard/`, compressed when it was built. What is named after its content is kept for ever. */
export function useDashboard(): Plugin {
  let files: Promise<ReadonlyMap<string, DashboardFile>> | undefined
  return {
    async onRequest({ request, url, fetchAPI: { Response }, endResponse }) {
      if (!/^\/dashboard(\/|$)/.test(url.pathname)) return
      const respond = (status: number, headers: Record<string, string>, body: BodyInit | null = null) =>
        endResponse(new Response(request.method === 'HEAD' ? null : body, { status, headers }))
      if (request.method !== 'GET' && request.method !== 'HEAD') return respond(405, { allow: 'GET, HEAD' })
      if (url.pathname === '/dashboard') return respond(302, { location: `/dashboard/${url.search}` })
      files ??= readDashboard().catch((error: unknown) => {
        files = undefined
        throw error
      })
      const known = await files
      if (known.size === 0) {
        files = undefined
        return respond(
          503,
          { 'content-type': 'text/plain; charset=utf-8' },
          'The dashboard is not built. Run: npm run build\n',
        )
      }
      const name = url.pathname.slice('/dashboard/'.length) || 'index.html'
      const file = known.get(name)
      if (file === undefined) return respond(404, {})
      const { headers, body } = representation(file, request.headers.get('accept-encoding') ?? '')
      headers['cache-control'] = name.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache'
      if (matchesEtag(request.headers.get('if-none-match'), headers.etag!)) return respond(304, headers)
      respond(200, { ...headers, 'content-type': file.type }, body)
    },
  }
}

/** A file in the smallest encoding that is accepted; each is a representation of its own (RFC 9110, 8.8.3.3). */
function representation({ hash, bodies }: DashboardFile, accepted: string) {
  const accepts = (encoding: string) =>
    encoding === 'identity' || new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted)
  const [encoding, body] = [...bodies].find(([name]) => accepts(name))!
  const headers: Record<string, string> = {
    etag: `"${hash}-${encoding}"`,
    vary: 'accept-encoding',
    'content-security-policy': contentSecurityPolicy,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  }
  return { headers, body }
}
