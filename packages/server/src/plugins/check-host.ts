import type { IncomingMessage } from 'node:http'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** What ends the name of a host in a URL: after it, a header would say which path is asked. */
const ending = /[/?#@\\]/

type Asked = Pick<IncomingMessage, 'headers' | 'url'>

/**
 * Sees to it that a request's header Host and its target make a URL, of which Yoga builds its own; or says what of them
 * does not. A target that names the host itself counts before the header (RFC 9112, 3.2.2), and no host is this one.
 */
export function checkHost(request: Asked): RequestError | undefined {
  const { host = '', target } = hostAndTarget(request)
  const isUrl =
    !ending.test(host) &&
    target.startsWith('/') &&
    URL.canParse(`http://${host}`) &&
    URL.canParse(`http://${host}${target}`)
  if (isUrl) {
    request.headers.host = host
    request.url = target
    return undefined
  }
  const message = `The header Host, ${JSON.stringify(host.slice(0, 100))}, with the path asked for makes no URL; send the name of the service, such as results.example.org, and a path.`
  return requestError('INVALID_INPUT', message, { header: 'host' })
}

function hostAndTarget({ headers, url = '/' }: Asked) {
  const [, host, rest = ''] = /^https?:\/\/([^/?]+)(.*)$/i.exec(url) ?? []
  if (host === undefined) return { host: headers.host || 'localhost', target: url }
  return { host, target: rest.startsWith('/') ? rest : `/${rest}` }
}
