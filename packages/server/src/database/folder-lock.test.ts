import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder: string

beforeEach(async () => {
  const parent = await mkdtemp(path.join(tmpdir(), 'peo-lock-'))
  folder = path.join(parent, 'made', 'when needed')
  onTestFinished(() => rm(parent, { recursive: true, force: true }))
})

const lockFile = () => path.join(folder, 'process.lock')

/** Another process that takes the folder and keeps it until it is killed. */
async function otherProcess(): Promise<ChildProcess> {
  const lock = JSON.stringify(new URL('folder-lock.ts', import.meta.url).href)
  const script = `const { lockFolder } = await import(${lock}); await lockFolder(process.argv[1]); console.log('locked'); setInterval(() => {}, 1000)`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script, folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout!, 'data')
  return child
}

test('a folder is made, taken, given back and taken again', async () => {
  const unlock = await lockFolder(folder)
  expect(await readFile(lockFile(), 'utf8')).toBe(String(process.pid))
  await unlock()
  await expect(access(lockFile())).rejects.toThrow()
  await (await lockFolder(folder))()
})

test('the folder of a process that runs is refused, that of one that died is taken over', async () => {
  const holder = await otherProcess()
  await expect(lockFolder(folder)).rejects.toThrow(
    `${folder} is in use by process ${holder.pid}. Stop that one first, name another folder in DATA_DIR, or use a PostgreSQL server (DATABASE_URL). If process ${holder.pid} is not this service, delete ${lockFile()}.`,
  )
  expect(await readFile(lockFile(), 'utf8')).toBe(String(holder.pid))
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await lockFolder(folder)
  expect(await readFile(lockFile(), 'utf8')).toBe(String(process.pid))
})

test('a lock without a process number, as a full disk leaves it, is taken over', async () => {
  await (await lockFolder(folder))()
  await writeFile(lockFile(), '')
  await lockFolder(folder)
  expect(await readFile(lockFile(), 'utf8')).toBe(String(process.pid))
})
