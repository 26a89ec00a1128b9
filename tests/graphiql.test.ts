import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { graphiqlTabs } from '../packages/server/src/plugins/graphiql-tabs.ts'
import { chromiumPath, launchChromium } from './browser.ts'
import { startedService } from './started-service.ts'

let origin: string
let browser: Browser

beforeAll(async () => {
  origin = await startedService()
  if (chromiumPath !== undefined) browser = await launchChromium()
  else process.stdout.write('No Chromium is installed here; the browser test of GraphiQL is skipped.\n')
})
afterAll(() => browser?.close())

test.skipIf(chromiumPath === undefined)('opens offline, with tabs that run', async () => {
  const page = await browser.newPage()
  const foreign: string[] = []
  const refused: string[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin)) foreign.push(request.url())
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Failed to load/.test(message.text())) refused.push(message.text())
  })
  await page.goto(`${origin}/graphql`)
  const tabs = page.getByRole('tab')
  await expect.poll(() => tabs.allInnerTexts()).toEqual(['Waves', 'Crosstab', 'Trend'])
  for (const [name, answer] of [
    ['Waves', '"peo-2021"'],
    ['Crosstab', '"base"'],
    ['Trend', '"peo-2021"'],
  ] as const) {
    // The editor takes a moment to load; a click before that does nothing, so it is repeated.
    const run = async () => {
      await page.locator('.graphiql-tab-button', { hasText: name }).click()
      await page.getByRole('button', { name: /Execute query/ }).click()
      return page.locator('.result-window').textContent()
    }
    await expect.poll(run, { timeout: 60_000, interval: 1_000 }).toContain(answer)
  }
  expect(foreign).toEqual([])
  expect(refused).toEqual([])
  // What somebody slips into the page does not run.
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.title = "slipped in"'
    document.head.append(script)
  })
  await expect.poll(() => refused.length).toBe(1)
  expect(await page.title()).not.toBe('slipped in')
})

test.each(graphiqlTabs)('a ready tab answers without errors: $query', async ({ query }) => {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const answer = (await response.json()) as { errors?: unknown; data?: unknown }
  expect(answer.errors).toBeUndefined()
  expect(answer.data).toBeTruthy()
})
