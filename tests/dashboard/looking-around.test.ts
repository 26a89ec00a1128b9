import { expect } from 'vitest'
import { newClient } from '../../packages/server/src/access/testing/new-client.ts'
import { violations } from '../accessibility.ts'
import { dashboard, inBrowser, patient, settled, signIn } from './open-dashboard.ts'

const opened = dashboard()

inBrowser('who goes from question to question asks for tables alone', async () => {
  const { page } = await opened().open('?view=question&language=en')
  const asked: string[] = []
  page.on('request', (request) => {
    const name = /query\s+(\w+)/.exec(new URL(request.url()).searchParams.get('query') ?? '')?.[1]
    if (name !== undefined) asked.push(name)
  })
  for (const question of ['werkdruk', 'ruimte_relatie', 'werkdruk']) {
    await page.locator('#question').selectOption(question)
    await expect.poll(() => page.url(), patient).toContain(`question=${question}`)
    await settled(page)
  }
  expect(new Set(asked)).toEqual(new Set(['Crosstab']))
})

inBrowser('any question is shown by any other, and says by which', async () => {
  const { page, faults } = await opened().open('?view=question&question=werkplezier&language=en')
  const by = page.getByLabel('Broken down by')
  await by.selectOption('ruimte_afwegingen')
  await expect
    .poll(() => page.locator('h3').first().innerText(), patient)
    .toMatch(/, by space for one’s own/i)
  expect(await page.locator('main').innerText()).toContain('5.8')
  expect(await by.inputValue()).toBe('ruimte_afwegingen')
  expect(faults).toEqual([])
})

inBrowser('a background has its trend, too', async () => {
  const { page } = await opened().open('?view=trend&question=sector&language=en')
  expect(await page.locator('main').innerText()).not.toContain('one published wave alone')
  expect(await page.locator('table').count()).toBeGreaterThan(0)
})

inBrowser('who may no longer sign in goes on as everyone', async () => {
  const { origin, database, open } = opened()
  const client = await newClient(database, { name: 'HR tool', organisation: 'org_c' })
  const { page } = await open('?view=own&question=werkdruk&language=en')
  await signIn(page, client)
  await page.locator('figure').waitFor()
  expect(await violations(page)).toEqual([])
  await database.prisma.client.update({ where: { id: client.id }, data: { revokedAt: new Date() } })
  await page.locator('#question').selectOption('ruimte_relatie')
  await expect.poll(() => page.getByRole('alert').innerText(), patient).toContain('sign-in')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByLabel('Client id').waitFor()
  expect(page.url()).toContain(origin)
})
