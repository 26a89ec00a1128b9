import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { type Plugin, shouldRenderGraphiQL } from 'graphql-yoga'
import { matchesEtag } from './etag.ts'
import { graphiqlSignIn, openStaffTabs } from './graphiql-sign-in.ts'
import { graphiqlTabs } from './graphiql-tabs.ts'

/** Lets the page run its own scripts, known by their hashes, and talk to its own host, and nothing else. */
const contentSecurityPolicy = (scripts: readonly string[]) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`).join(' ')} blob:`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

interface Page {
  readonly html: string
  readonly compressed: Uint8Array<ArrayBuffer>
  readonly hash: string
  readonly policy: string
}

/** Serves GraphiQL to browsers at the GraphQL endpoint, whole in one page: 9 MB, compressed once and cached. */
export function useGraphiql(serviceUrl: string): Plugin {
  let page: Promise<Page> | undefined
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      if (url.pathname !== '/graphql' || !shouldRenderGraphiQL(request)) return
      page ??= renderPage(serviceUrl)
      const { html, compressed, hash, policy } = await page
      const zipped = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(
        request.headers.get('accept-encoding') ?? '',
      )
      // Each encoding is a representation of its own (RFC 9110, 8.8.3.3).
      const etag = zipped ? `"${hash}-gzip"` : `"${hash}"`
      const headers: Record<string, string> = {
        etag,
        'cache-control': 'no-cache',
        'content-security-policy': policy,
        vary: 'accept, accept-encoding',
      }
      if (matchesEtag(request.headers.get('if-none-match'), etag)) {
        return endResponse(new fetchAPI.Response(null, { status: 304, headers }))
      }
      headers['content-type'] = 'text/html; charset=utf-8'
      if (zipped) headers['content-encoding'] = 'gzip'
      endResponse(new fetchAPI.Response(zipped ? compressed : html, { headers }))
    },
  }
}

/** GraphiQL takes a click on the tab beside the open one for the start of a drag: tabs that stay put can be clicked. Its title does not fit beside many tabs. */
const steadyTabs =
  '<style>.graphiql-tab { transform: none !important } .graphiql-logo { white-space: nowrap }</style>'

async function renderPage(url: string): Promise<Page> {
  const page = renderGraphiQL({ title: 'PEO results service', defaultTabs: graphiqlTabs })
  const html = page
    .replace('<head>', (head) => `${head}${openStaffTabs}`)
    .replace('</head>', () => `${steadyTabs}</head>`)
    .replace(/<\/body>\s*<\/html>\s*$/, (end) => `${graphiqlSignIn(url)}${end}`)
  const compressed = new Uint8Array(await promisify(gzip)(html))
  const scripts = Array.from(html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), ([, script]) => script!)
  const hash = createHash('sha256').update(html).digest('hex')
  return { html, compressed, hash, policy: contentSecurityPolicy(scripts) }
}
