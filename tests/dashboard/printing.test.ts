import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { newClient } from '../../packages/server/src/access/testing/new-client.ts'
import { dashboard, inBrowser, openDetails, settled, signIn } from './open-dashboard.ts'

const service = dashboard()

async function expectPages(page: Page, pages: number): Promise<void> {
  await openDetails(page)
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(pages)
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)
}

inBrowser.each([
  ['peo-2022', 'nl', 2],
  ['peo-2022', 'en', 2],
  // It asked less.
  ['peo-2021', 'nl', 1],
])('%s prints in %s to %i pages A4', async (wave, language, pages) => {
  const { page } = await service().open(`?wave=${wave}&language=${language}`)
  await expectPages(page, pages)
})

inBrowser.each([
  ['nl', 'In één oogopslag'],
  ['en', 'At a glance'],
])('for a partner it prints in %s to two pages A4', async (language, glance) => {
  const { database, open } = service()
  const client = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const { page } = await open(`?view=own&language=${language}`)
  await signIn(page, client)
  await page.getByRole('link', { name: glance }).click()
  await page.locator('.answered').waitFor()
  await settled(page)
  await expectPages(page, 2)
})

inBrowser.each(['nl', 'en'])('on paper every label is whole in %s', async (language) => {
  const { page } = await service().open(`?wave=peo-2022&language=${language}`)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const labels = await page.locator('figure svg text').allTextContents()
  expect(labels.length).toBeGreaterThan(20)
  expect(labels.filter((label) => label.includes('…'))).toEqual([])
})
