import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../dashboard/dist', import.meta.url))

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** A file of the built dashboard. */
export interface DashboardFile {
  readonly type: string
  /** Hash of its content. */
  readonly hash: string
  /** Its content in each encoding, by the name of the encoding, the smallest first; `identity` is as it is. */
  readonly bodies: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

const encodings = { br: '.br', gzip: '.gz', identity: '' }

/** The files of the built dashboard by their path; none where it is not built. */
export async function readDashboard(): Promise<ReadonlyMap<string, DashboardFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const names = entries
    .filter((entry) => entry.isFile() && path.extname(entry.name) in types)
    .map((entry) => path.join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [path.relative(folder, name).replaceAll('\\', '/'), await readOne(name)] as const,
      ),
    ),
  )
}

async function readOne(name: string): Promise<DashboardFile> {
  const bodies = await Promise.all(
    Object.entries(encodings).map(async ([encoding, end]) => {
      const body: Uint8Array<ArrayBuffer> = new Uint8Array(await readFile(`${name}${end}`))
      return [encoding, body] as const
    }),
  )
  const hash = createHash('sha256').update(bodies.at(-1)![1]).digest('hex')
  return { type: types[path.extname(name)]!, hash, bodies: new Map(bodies) }
}
