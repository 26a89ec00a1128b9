import type { Asker } from './asker.ts'

/**
 * Whether a browser says that a page of this service itself made a request. Only then may a cookie count: pages of
 * others can make browsers send it along.
 */
export function isSameOrigin({ headerOf }: Pick<Asker, 'headerOf'>, url: string): boolean {
  const site = headerOf('sec-fetch-site')
  // Browsers leave it out where the connection is not trustworthy.
  return site === null ? headerOf('origin') === url : site === 'same-origin'
}
