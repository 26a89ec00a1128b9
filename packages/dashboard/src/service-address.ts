/**
 * The address of the service, without a slash at its end: what the page's `<meta name="peo-service">` says, or else the
 * folder above the page. The page's own address cannot say it: a link could then send a partner's secret elsewhere.
 */
export function serviceAddress(page: Document): string {
  const meta = page.querySelector<HTMLMetaElement>('meta[name=peo-service]')?.content.trim()
  return new URL(meta || '..', page.baseURI).href.replace(/[?#].*$/, '').replace(/\/+$/, '')
}
