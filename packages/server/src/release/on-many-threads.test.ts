import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onManyThreads } from './on-many-threads.ts'
import { isEmpty, sharedQueue } from './shared-queue.ts'
import { endThreads, longThreads } from './worker-threads.ts'

const queueFile = new URL('./shared-queue.ts', import.meta.url)

/** `take` gives what it took; `fail` throws at b; `die` ends its thread. */
const source = `
import { threadId } from 'node:worker_threads'
import { takeFrom } from '${queueFile}'
export const take = ({ queue }) => [...takeFrom(queue)]
export const fail = ({ queue }) => {
  for (const item of takeFrom(queue)) if (item === 'b') throw new RangeError('b is not to be taken')
}
export const die = ({ queue }) => process.exit(7)
export const idle = () => undefined
`

let folder: string
let file: URL

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'peo-threads-'))
  file = pathToFileURL(path.join(folder, 'take.mjs'))
  await writeFile(file, source)
})
afterAll(async () => {
  await endThreads()
  await rm(folder, { recursive: true, force: true })
})

test('threads share the items of a queue, and it is told when all are done', async () => {
  const items = Array.from({ length: 1000 }, (_, item) => `${item}`)
  const told: number[] = []
  const taken = await onManyThreads<string[]>(file, 'take', { queue: sharedQueue(items) }, (done) =>
    told.push(done),
  )
  expect(taken.flat().toSorted()).toEqual(items.toSorted())
  expect(taken.length).toBeLessThanOrEqual(longThreads)
  expect(told).toEqual(told.toSorted((one, other) => one - other))
  expect(told.at(-1)).toBe(1000)
})

test('the error of one thread is the error of all, and nothing is left to take', async () => {
  const queue = sharedQueue(['a', 'b', 'c', 'd'])
  await expect(onManyThreads(file, 'fail', { queue }, () => {})).rejects.toThrow(
    new RangeError('b is not to be taken'),
  )
  expect(isEmpty(queue)).toBe(true)
})

test('a thread that dies is an error', async () => {
  const queue = sharedQueue(['a', 'b'])
  await expect(onManyThreads(file, 'die', { queue }, () => {})).rejects.toThrow('7')
})

test('threads that found nothing to do give nothing', async () => {
  expect(await onManyThreads(file, 'idle', { queue: sharedQueue(['a', 'b']) }, () => {})).toEqual([])
})
