import { createHash } from 'node:crypto'

/** SHA-256 of what a mutation asks, its files by all of their bytes. */
export async function askedDigest(asked: unknown): Promise<string> {
  return createHash('sha256')
    .update(JSON.stringify(await withFiles(asked)))
    .digest('base64url')
}

/** The same with the digest of each file in its place. */
async function withFiles(given: unknown): Promise<unknown> {
  if (typeof given !== 'object' || given === null) return given
  if (isFile(given)) return fileDigest(given)
  if (Array.isArray(given)) return Promise.all(given.map(withFiles))
  const entries = Object.entries(given).map(async ([name, one]) => [name, await withFiles(one)])
  return Object.fromEntries(await Promise.all(entries))
}

/** An upload; what is JSON has no functions. */
const isFile = (given: object): given is File => 'stream' in given && typeof given.stream === 'function'

async function fileDigest(file: File): Promise<string[]> {
  const hash = createHash('sha256')
  for await (const chunk of file.stream()) hash.update(chunk)
  return [file.name, hash.digest('base64url')]
}
