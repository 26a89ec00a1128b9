import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, launchChromium } from './browser.ts'
import { startedService } from './started-service.ts'

let origin: string
let browser: Browser
beforeAll(async () => {
  origin = await startedService()
  if (chromiumPath !== undefined) browser = await launchChromium()
  else
    process.stdout.write('No Chromium is installed here; the browser tests of the dashboard are skipped.\n')
})
afterAll(() => browser?.close())

const inBrowser = test.skipIf(chromiumPath === undefined)

/** Opens the dashboard, and fails of what its policy refuses. */
async function open(query: string): Promise<Page> {
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') throw new Error(message.text())
  })
  await page.goto(`${origin}/dashboard${query}`)
  await page.locator('main[aria-busy=false]').waitFor()
  return page
}

inBrowser('a wave at a glance shows the figures of the service', async () => {
  const page = await open('?wave=peo-2022&language=en')
  expect(page.url()).toContain('/dashboard/?wave=peo-2022')
  await expect
    .poll(() => page.locator('.headlines .number').allInnerTexts())
    .toEqual(['92%', '7.3', '79%', '58%'])
  expect(await page.locator('figure').first().innerText()).toContain('47%')
})
