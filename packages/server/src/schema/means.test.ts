import { expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { ask } from '../testing/ask.ts'
import { testDatabase } from '../testing/test-database.ts'

const app = createApp(await testDatabase('examples'))

const quartiles = (input: string) =>
  ask<{ means: { groups: object[] } }>(
    app,
    `{ means(waves: ["peo-2022"], of: "werkplezier", ${input}) { groups { lowerQuartile median upperQuartile } } }`,
  ).then(({ data }) => data.means.groups.map((group) => Object.values(group)))

test('quartiles stand around the median, group by group', async () => {
  expect(await quartiles('by: []')).toEqual([[6, 8, 8]])
  expect(await quartiles('by: ["sector"]')).toEqual([
    [6, 7, 8],
    [6, 7, 8],
    [7, 8, 9],
    // Nine people: too few to be cut in two or in four.
    [null, null, null],
  ])
})

test('groups that a question makes have none, for they could tell single answers', async () => {
  expect(await quartiles('by: ["uren"]')).toEqual([
    [null, null, null],
    [null, null, null],
    [null, null, null],
  ])
})
