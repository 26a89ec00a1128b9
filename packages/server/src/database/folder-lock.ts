import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Takes a data folder for this process: two processes on one embedded database would destroy it.
 *
 * @returns a function that gives the folder back
 * @throws Error that names the process which has the folder
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'process.lock')
  await mkdir(folder, { recursive: true })
  if (!(await take(file))) {
    const holder = Number(await readFile(file, 'utf8').catch(() => ''))
    if (holder > 0 && holder !== process.pid && isRunning(holder)) throw inUse(folder, holder, file)
    await rm(file, { force: true })
    if (!(await take(file))) throw inUse(folder, holder, file)
  }
  return () => rm(file, { force: true })
}

/** Writes the lock, unless there is one: of two processes at the same moment, one succeeds. */
async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function inUse(folder: string, holder: number, file: string): Error {
  return new Error(
    `${folder} is in use by process ${holder}. Stop that one first, name another folder in DATA_DIR, or use a PostgreSQL server (DATABASE_URL). If process ${holder} is not this service, delete ${file}.`,
  )
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
