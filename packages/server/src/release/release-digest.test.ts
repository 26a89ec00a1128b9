import { expect, test } from 'vitest'
import type { ReleaseCodebook } from './release-codebook.ts'
import { releaseDigest } from './release-digest.ts'

const label = { nl: 'x', en: 'x' }
const codebook: ReleaseCodebook = {
  wave: { code: 'peo-1', title: label },
  variables: [{ code: 'a', measurement: 'numeric', label }],
}
const plan = {
  wave: 'peo-1',
  minimumGroupSize: 5,
  background: [],
  questions: ['a', 'b'],
  breakdowns: [],
  withheld: {},
  withheldWeighted: {},
}
const bytes = (...data: number[]) => ({ data: Uint8Array.from(data), levels: [0.5, 1] })
const columns = new Map([
  ['a', bytes(1, 2)],
  ['b', bytes(3)],
])

test('a digest is 64 hexadecimal digits, the same each time', () => {
  const digest = releaseDigest(codebook, plan, columns)
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(releaseDigest(structuredClone(codebook), structuredClone(plan), new Map(columns))).toBe(digest)
})

test('whatever a table follows from changes the digest', () => {
  const otherWave = { ...codebook, wave: { ...codebook.wave, code: 'peo-2' } }
  const otherLabel = { ...codebook, wave: { ...codebook.wave, title: { nl: 'x', en: 'y' } } }
  const moved = new Map([
    ['a', bytes(1)],
    ['b', bytes(2, 3)],
  ])
  const renamed = new Map([...columns].map(([code, data]) => [`${code}2`, data]))
  const changed = new Map([...columns, ['b', bytes(4)]] as const)
  const graded = new Map([...columns, ['b', { ...bytes(3), levels: [0.51] }]] as const)
  const closer = { ...plan, withheld: { 'a|sector': { '1': 'BELOW_MINIMUM' } } }
  const digests = [
    releaseDigest(codebook, plan, columns),
    releaseDigest(otherWave, plan, columns),
    releaseDigest(otherLabel, plan, columns),
    releaseDigest(codebook, { ...plan, minimumGroupSize: 6 }, columns),
    releaseDigest(codebook, closer, columns),
    releaseDigest(codebook, plan, moved),
    releaseDigest(codebook, plan, renamed),
    releaseDigest(codebook, plan, changed),
    releaseDigest(codebook, plan, graded),
  ]
  expect(new Set(digests).size).toBe(digests.length)
})
