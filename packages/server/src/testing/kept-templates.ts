import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

const root = path.join(import.meta.dirname, '../../../..')
const cache = path.join(root, 'node_modules/.cache/peo-test-databases')

/** All that an example database is made of. */
const sources = [
  'package-lock.json',
  'prisma',
  ...['tabulation', 'disclosure', 'formats', 'server'].map((name) => `packages/${name}/src`),
]

/**
 * The folder of the test databases that this code makes, and makes them when they are not there yet: that takes half a
 * minute, and most runs change nothing of it.
 */
export async function keptTemplates(make: (folder: string) => Promise<void>): Promise<string> {
  const name = await digestOf(sources)
  const kept = path.join(cache, name)
  if ((await stat(kept).catch(() => undefined)) !== undefined) return kept
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(path.join(cache, 'new-'))
  await make(folder)
  // Another run may have been first.
  await rename(folder, kept).catch(() => rm(folder, { recursive: true }))
  await removeOld()
  return kept
}

/** Not those of an hour ago: another run may be using them. */
async function removeOld(): Promise<void> {
  for (const name of await readdir(cache)) {
    const folder = path.join(cache, name)
    if ((await stat(folder)).mtimeMs < Date.now() - 3600_000)
      await rm(folder, { recursive: true, force: true })
  }
}

async function digestOf(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const place of places) {
    const full = path.join(root, place)
    const files = (await stat(full)).isFile() ? [''] : await readdir(full, { recursive: true })
    for (const file of files.sort())
      if (/(^|\.(ts|sql|json|csv))$/.test(file) && !file.endsWith('.test.ts'))
        hash.update(`${file}\n`).update(await readFile(path.join(full, file)))
  }
  return hash.digest('hex')
}
