/** How long a body may be, in bytes, to be read for finding a kept answer; a query of GraphiQL has some 500. */
const longest = 65_536

/**
 * Reads the body of a request whose answer may be kept: what a short POST of JSON says, and nothing for GET.
 *
 * @returns undefined, with the body unread, for every other request, and where its length is not known beforehand
 */
export async function readBody(request: Request): Promise<string | undefined> {
  if (request.method === 'GET') return ''
  const [length, type] = ['content-length', 'content-type'].map((name) => request.headers.get(name) ?? '')
  const isShort = /^\d+$/.test(length ?? '') && Number(length) <= longest
  const isJson = /^application\/json(;|$)/.test(type ?? '')
  return request.method === 'POST' && isShort && isJson ? request.text() : undefined
}
