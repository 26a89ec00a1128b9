import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const sdk = fileURLToPath(new URL('..', import.meta.url))

/** Packs the SDK, and puts the package into a folder as npm would. */
export async function installPackage(folder: string): Promise<void> {
  await run('npm', ['pack', sdk, '--pack-destination', folder])
  const [tarball = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  const place = path.join(folder, 'node_modules/@peo/sdk')
  await mkdir(place, { recursive: true })
  await run('tar', ['xzf', path.join(folder, tarball), '--strip-components=1', '-C', place])
}
