import type { IncomingMessage } from 'node:http'
import { type RequestError, requestError } from '../tables/request-error.ts'

/** What ends the name of a host in a URL: after it, a header would say which path is asked. */
const ending = /[/?#@\\]/

/** Refuses a request whose header Host, or whose target after it, makes no URL: Yoga builds its URL from both. */
export function checkHost({
  headers,
  url = '/',
}: Pick<IncomingMessage, 'headers' | 'url'>): RequestError | undefined {
  const { host } = headers
  if (host === undefined || host === '') return undefined
  if (!ending.test(host) && URL.canParse(`http://${host}`) && URL.canParse(`http://${host}${url}`))
    return undefined
  const message = `The header Host, ${JSON.stringify(host.slice(0, 100))}, with the path asked for makes no URL; send the name of the service, such as results.example.org, and a path.`
  return requestError('INVALID_INPUT', message, { header: 'host' })
}
