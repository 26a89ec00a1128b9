/** `npm run build`: builds the page where there is none, or where it is older than what it is made of. */
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

const here = import.meta.dirname

/** When the youngest file in and below a folder was written, in ms; 0 where there is none. */
async function youngest(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  return Math.max(0, ...(await Promise.all(entries.map((name) => writtenAt(path.join(folder, name))))))
}

async function writtenAt(file: string): Promise<number> {
  return (await stat(file)).mtimeMs
}

const own = (await readdir(here)).filter((name) => /\.(ts|html|json)$/.test(name))
const sources = await Promise.all([
  youngest(path.join(here, 'src')),
  youngest(path.join(here, '../sdk/src')),
  ...own.map((name) => writtenAt(path.join(here, name))),
])
const built = await writtenAt(path.join(here, 'dist/index.html.gz')).catch(() => 0)
if (built < Math.max(...sources)) {
  const { build } = await import('vite')
  await build({ configFile: path.join(here, 'vite.config.ts'), logLevel: 'warn' })
}
