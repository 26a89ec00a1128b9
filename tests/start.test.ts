import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
let folder: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'peo-start-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Runs the service as `npm start` does, on the embedded database in a folder of its own. */
function start(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'packages/server/src/main.ts'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: folder, PORT: '0', ...environment },
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const origin = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, found] = /answers on (http:\S+)/.exec(output) ?? []
      if (found !== undefined) resolve(found)
    })
    child.once('exit', () => reject(new Error(output)))
  })
  return { child, origin, output: () => output }
}

test('starts on an empty folder, keeps its data, refuses a second process, and stops when asked', async () => {
  const first = start()
  const origin = await first.origin
  expect(first.output()).toContain('Loaded and published the example waves.')
  const [link = ''] = /http:\S+\/sign-in-link\?t=[\w-]{43}/.exec(first.output()) ?? []
  expect(await (await fetch(link)).text()).toContain('Sign in')
  const address = (base: string) => `${base}/tables/crosstab.json?waves=peo-2022&rows=werkdruk`
  const digest = (await fetch(address(origin))).headers.get('etag')
  expect(digest).toMatch(/^"[0-9a-f]{64}"$/)

  const second = start()
  await expect(second.origin).rejects.toThrow(`is in use by process ${first.child.pid}`)
  expect(second.child.exitCode).toBe(1)

  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])

  const again = start()
  const response = await fetch(address(await again.origin))
  expect(again.output()).not.toContain('Loaded')
  expect(again.output()).not.toContain('sign-in-link')
  expect(response.headers.get('etag')).toBe(digest)
  again.child.kill('SIGTERM')
  await once(again.child, 'exit')
})

test.each([
  [{ PORT: 'high' }, 'PORT is "high", which is no port'],
  [{ DATABASE_URL: 'postgresql://nobody@127.0.0.1:9/none' }, 'ECONNREFUSED'],
])('says what is wrong with %o', async (environment, message) => {
  const { child, origin, output } = start(environment as Record<string, string>)
  await expect(origin).rejects.toThrow(message)
  expect(child.exitCode).toBe(1)
  expect(output()).not.toMatch(/^\s+at /m)
})
