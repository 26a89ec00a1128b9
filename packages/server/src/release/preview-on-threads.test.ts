import type { WaveData } from '@peo/tabulation'
import { expect, onTestFinished, test } from 'vitest'
import { type PreviewOrder, previewOnThreads, weighChoices } from './preview-on-threads.ts'
import { previewChannel } from './preview-progress.ts'

const place = { code: 'plaats', categories: ['a', 'b', 'c'], nets: [] }
const space = { code: 'ruimte', categories: ['ja', 'nee'], nets: [] }

/** Six in a, seven in b, five in c. */
const data: WaveData = {
  wave: 'peo-1',
  size: 18,
  variables: new Map([place, space].map((variable) => [variable.code, variable])),
  columns: new Map([
    ['plaats', { kind: 'single', codes: Uint8Array.from('000000111111122222', Number) }],
    ['ruimte', { kind: 'single', codes: Uint8Array.from('010101010101010101', Number) }],
  ]),
}
const order: PreviewOrder = {
  data,
  policy: { minimumGroupSize: 5, background: ['plaats'], questions: ['ruimte'], breakdowns: [['plaats']] },
  hierarchies: { plaats: [{ code: 'alle', groups: [{ code: 'x', categories: ['a', 'b', 'c'] }] }] },
}

test.each([
  ['release plan', previewOnThreads],
  ['other choices', weighChoices],
] as const)('whoever listens hears how far it is: %s', async (stage, work) => {
  const channel = new BroadcastChannel(previewChannel)
  onTestFinished(() => channel.close())
  const heard: unknown[] = []
  const last = new Promise<void>((resolve) => {
    channel.onmessage = ({ data }: { data: unknown }) => {
      heard.push(data)
      if (heard.length === 2) resolve()
    }
  })
  await work(order)
  await last
  expect(heard).toEqual([
    { wave: 'peo-1', stage, done: 0, of: 1 },
    { wave: 'peo-1', stage, done: 1, of: 1 },
  ])
})
