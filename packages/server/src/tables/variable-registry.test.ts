import { expect, test } from 'vitest'
import type { Release } from '../release/published-releases.ts'
import { tableRegistry } from './variable-registry.ts'

const label = (text: string) => ({ nl: text, en: text })
const release = (digest: string, categories: readonly string[]): Release => ({
  digest,
  codebook: {
    wave: { code: digest, title: label(digest) },
    variables: [
      {
        code: 'q',
        measurement: 'nominal',
        label: label(digest),
        categories: categories.map((code) => ({ code, label: label(`${code} in ${digest}`) })),
      },
    ],
  },
  plan: {} as Release['plan'],
  size: 0,
  data: () => Promise.reject(new Error('nothing is counted here')),
})

test('a trend knows the categories of each of its waves, labelled as the last that has them', () => {
  const published = [release('first', ['1', '2']), release('second', ['2', '3'])]
  const labels = (waves: readonly Release[]) =>
    tableRegistry(published, waves)
      .get('q')!
      .categories!.map((category) => category.label.en)
  expect(labels(published)).toEqual(['1 in first', '2 in second', '3 in second'])
  expect(labels(published.toReversed())).toEqual(['2 in first', '3 in second', '1 in first'])
  expect(labels([published[0]!])).toEqual(['1 in first', '2 in first'])
})
