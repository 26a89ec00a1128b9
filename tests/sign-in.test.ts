import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstSignInLink } from '../packages/server/src/access/staff-accounts.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { chromiumPath, launchChromium } from './browser.ts'
import { startService } from './started-service.ts'

let browser: Browser
beforeAll(async () => {
  if (chromiumPath !== undefined) browser = await launchChromium()
  else process.stdout.write('No Chromium is installed here; the browser test of signing in is skipped.\n')
})
afterAll(() => browser?.close())

test.skipIf(chromiumPath === undefined)(
  'staff follow their link, are known in GraphiQL, and sign out',
  async () => {
    const database = await testDatabase('examples')
    const origin = await startService(database)
    const link = await firstSignInLink(database, origin)
    const page = await (await browser.newContext()).newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text())
    })
    const role = () =>
      page.evaluate(async () => {
        const body = JSON.stringify({ query: '{ viewer { role } }' })
        const headers = { 'content-type': 'application/json' }
        const response = await fetch('/graphql', { method: 'POST', headers, body })
        return ((await response.json()) as { data: { viewer: { role: string } } }).data.viewer.role
      })

    await page.goto(`${origin}/graphql`)
    const who = page.locator('#who')
    await expect.poll(() => who.innerText(), { timeout: 30_000 }).toBe('Sign in')
    expect(await role()).toBe('EVERYONE')
    await who.getByText('Sign in').click()
    await expect.poll(() => page.locator('body').innerText()).toContain('a link that works once')

    await page.goto(link ?? '')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${origin}/graphql`)
    await expect
      .poll(() => page.getByRole('tab').allInnerTexts(), { timeout: 30_000 })
      .toContain('WithdrawWave')
    await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe('CreateWave')
    await expect.poll(() => who.innerText(), { timeout: 30_000 }).toBe('Staff Sign out')
    expect(await role()).toBe('STAFF')

    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect.poll(() => who.innerText()).toBe('Sign in')
    expect(await role()).toBe('EVERYONE')
    expect(refused).toEqual([])

    await page.goto(link ?? '')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(() => page.locator('body').innerText()).toContain('was used already')
  },
)
