import type { Column } from '@peo/tabulation'
import { afterAll, expect, test } from 'vitest'
import { type DesignSource, sharedDesign } from './design-worker.ts'
import type { ReleaseCodebook } from './release-codebook.ts'
import { releaseDesign } from './release-design.ts'
import { endThreads, onThread } from './worker-threads.ts'

afterAll(endThreads)

const label = { nl: 'x', en: 'x' }
const codebook: ReleaseCodebook = {
  wave: { code: 'peo-1', title: label, design: { strata: 'stratum' } },
  variables: [
    {
      code: 'stratum',
      measurement: 'nominal',
      label,
      categories: ['1', '2'].map((code) => ({ code, label })),
    },
  ],
}
const columns = new Map<string, Column>([
  ['stratum', { kind: 'single', codes: Uint8Array.of(1, 0, 0, 1, 1) }],
])
const source: DesignSource = { codebook, columns, size: 5 }

test('a design is the same on a thread, and its units lie in shared memory', async () => {
  const there = await onThread(new URL('./design-worker.ts', import.meta.url), 'sharedDesign', source)
  const here = sharedDesign(source)
  expect(there).toEqual(here)
  expect(here).toEqual({
    ...releaseDesign(codebook, columns, 5),
    unitBytes: [new Uint8Array(here.unitBytes[0]!.buffer)],
  })
  expect([...here.unitBytes[0]!]).toEqual([0, 1, 1, 0, 0])
  expect(here.unitBytes[0]!.buffer).toBeInstanceOf(SharedArrayBuffer)
})
