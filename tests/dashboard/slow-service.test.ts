import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { newClient } from '../../packages/server/src/access/testing/new-client.ts'
import { violations } from '../accessibility.ts'
import { dashboard, inBrowser, patient, settled, signIn } from './open-dashboard.ts'

const service = dashboard()

/** Keeps what the page asks for from now on, or what has this in its address, until it is let go. */
async function hold(page: Page, what = /graphql|tables\//): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(what, async (route) => {
    await held
    await route.continue().catch(() => {})
  })
  return letGo
}

inBrowser('figures of another wave are not to be taken for those that are being fetched', async () => {
  const { page } = await service().open(
    '?view=question&wave=peo-2022&question=ruimte_relatie&breakdown=none&language=en',
  )
  const letGo = await hold(page)
  await page.getByLabel('Wave').selectOption('peo-2021')
  await page.getByText('Fetching the figures').waitFor()
  const opacity = () =>
    page.locator('.beside').evaluate((figures) => Number(getComputedStyle(figures).opacity))
  await expect.poll(opacity, patient).toBeLessThan(0.5)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('figure').isVisible()).toBe(false)
  expect(await page.getByText('Fetching the figures').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  letGo()
  await settled(page)
  expect(await page.locator('tbody').textContent()).toContain('180')
  expect(await page.getByText('Fetching the figures').count()).toBe(0)
})

inBrowser('a choice that is taken back before its figures come is taken back', async () => {
  const { page } = await service().open('?view=question&question=ruimte_relatie&breakdown=sector&language=en')
  const by = page.getByLabel('Broken down by')
  const letGo = await hold(page)
  await by.selectOption('ervaring')
  await expect.poll(() => page.url(), patient).toContain('breakdown=ervaring')
  // It stays chosen while its figures are on their way, also when the page is drawn anew.
  await page.setViewportSize({ width: 700, height: 900 })
  await page.pdf()
  expect(await by.inputValue()).toBe('ervaring')
  await page.goBack()
  letGo()
  await expect.poll(() => page.url(), patient).toContain('breakdown=sector')
  await settled(page)
  expect(await by.inputValue()).toBe('sector')
  expect(await page.locator('h3').first().innerText()).toContain('type of organisation')
})

inBrowser('what comes first can be read while the rest is being fetched', async () => {
  const { page } = await service().open('?view=trend&language=en')
  const letGo = await hold(page, /NetMeans/)
  await page.getByRole('link', { name: 'At a glance' }).click()
  await page.locator('.headlines').waitFor()
  expect(await page.locator('main').getAttribute('aria-busy')).toBe('true')
  expect(await page.locator('.glance').evaluate((view) => getComputedStyle(view).opacity)).toBe('1')
  expect(await page.getByText('Fetching the figures').isVisible()).toBe(false)
  expect(await violations(page)).toEqual([])
  letGo()
  await settled(page)
  expect(await page.locator('.together').innerText()).toContain('lowest mean 5.8')
})

inBrowser('figures of the own organisation that come after signing out are not shown', async () => {
  const { database, open } = service()
  const client = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const { page } = await open('?view=own&language=en')
  await signIn(page, client)
  await page.locator('figure').waitFor()
  const letGo = await hold(page, /Crosstab/)
  let saved = 0
  page.on('download', () => saved++)
  await page.getByRole('button', { name: /^CSV/ }).first().click()
  await page.getByLabel('Question').selectOption('ruimte_relatie')
  await expect.poll(() => page.url(), patient).toContain('ruimte_relatie')
  await page.evaluate(() => {
    new MutationObserver(() => {
      const isIn = document.querySelector('.signed-in') !== null
      if (!isIn && document.querySelector('figure') !== null) document.body.dataset.leaked = 'yes'
    }).observe(document.body, { childList: true, subtree: true })
  })
  const letWaves = await hold(page, /Waves/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect.poll(() => page.locator('.signed-in').count(), patient).toBe(0)
  const came = page.waitForResponse(/Crosstab/)
  letGo()
  await came
  letWaves()
  await page.getByLabel('Secret').waitFor()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => document.body.dataset.leaked)).toBeUndefined()
  expect(saved).toBe(0)
})

inBrowser(
  'who signs out leaves no figures of the own organisation, however slow the service is',
  async () => {
    const { database, open } = service()
    const client = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
    const { page } = await open('?view=own&language=en')
    await signIn(page, client)
    await page.locator('figure').waitFor()
    const letGo = await hold(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect.poll(() => page.locator('figure, .signed-in').count(), patient).toBe(0)
    letGo()
    await page.getByLabel('Secret').waitFor()
  },
)

inBrowser(
  'the keyboard goes from question to question, also over the one that it is broken down by',
  async () => {
    const { page } = await service().open('?view=question&question=ruimte_relatie&breakdown=uren&language=en')
    const question = page.getByLabel('Question')
    await question.focus()
    for (const code of ['uren', 'ruimte_relatie', 'uren']) {
      await question.selectOption(code)
      await expect.poll(() => page.url(), patient).toContain(`question=${code}&`)
      await settled(page)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
      expect(await page.locator('figure').count()).toBe(1)
    }
  },
)
