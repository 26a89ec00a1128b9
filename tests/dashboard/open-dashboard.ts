import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import type { Database } from '../../packages/server/src/database/database.ts'
import { testDatabase } from '../../packages/server/src/testing/test-database.ts'
import { chromiumPath, launchChromium } from '../browser.ts'
import { startService } from '../started-service.ts'

/** A test that runs where a browser is. */
export const inBrowser = test.skipIf(chromiumPath === undefined)

/** How long to poll for what comes: a busy machine takes its time. */
export const patient = { timeout: 60_000 }

/** The dashboard of a service of the calling file's own. */
export interface Dashboard {
  readonly origin: string
  readonly database: Database
  /** Opens the page, and waits until it shows what it found. What goes wrong on it is in `faults`. */
  readonly open: (
    query?: string,
    options?: BrowserContextOptions,
  ) => Promise<{ page: Page; faults: string[] }>
}

/**
 * Starts a service and a browser before the tests of a file, and ends both after them.
 *
 * @param fill puts waves into the database; the example waves where it is absent
 */
export function dashboard(fill?: (database: Database) => Promise<void>): () => Dashboard {
  let browser: Browser
  let found: Pick<Dashboard, 'origin' | 'database'>
  beforeAll(async () => {
    const database = await testDatabase(fill === undefined ? 'examples' : 'empty')
    await fill?.(database)
    found = { database, origin: await startService(database) }
    if (chromiumPath !== undefined) browser = await launchChromium()
    else
      process.stdout.write('No Chromium is installed here; the browser tests of the dashboard are skipped.\n')
  })
  afterAll(() => browser?.close())
  const open: Dashboard['open'] = async (query = '', options = {}) => {
    const context = await browser.newContext({
      locale: 'nl-NL',
      viewport: { width: 1100, height: 900 },
      ...options,
    })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    page.on('pageerror', (error) => faults.push(String(error)))
    await page.goto(`${found.origin}/dashboard/${query}`)
    await settled(page)
    return { page, faults }
  }
  return () => ({ ...found, open })
}

/** Opens details, which are closed at first. */
export const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

/** Signs in on the page that stands open, in any language, and waits for what is there then. */
export async function signIn(page: Page, { id, secret }: { readonly id: string; readonly secret: string }) {
  await page.locator('[name=clientId]').fill(id)
  await page.locator('[name=clientSecret]').fill(secret)
  await page.locator('.sign-in button').click()
  await page.locator('.signed-in').waitFor()
  await settled(page)
}

/** Waits until the page shows what it found. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main[aria-busy=false]').waitFor()
}
