import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { endThreads, onThread } from './worker-threads.ts'

afterAll(endThreads)

/** Functions that hold their thread until the other is called. */
const source = `
export const hold = ({ bell }) => Atomics.wait(bell, 0, 0, 20_000)
export const ring = ({ bell }) => {
  Atomics.store(bell, 0, 1)
  return Atomics.notify(bell, 0)
}
`

test('a table does not wait for long work to end', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-threads-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'bell.mjs')
  await writeFile(file, source)
  const bell = new Int32Array(new SharedArrayBuffer(4))
  // As many as there are threads for tables.
  const long = Array.from({ length: availableParallelism() }, () =>
    onThread<string>(pathToFileURL(file), 'hold', { bell }, 'long work'),
  )
  await onThread(pathToFileURL(file), 'ring', { bell })
  // Whichever had not begun finds the bell rung already.
  expect(await Promise.all(long)).not.toContain('timed-out')
})
