import { PeoClient } from '@peo/sdk'
import { expect } from 'vitest'
import { createApp } from '../../packages/server/src/app.ts'
import { dashboard, inBrowser, patient, settled } from './open-dashboard.ts'

const service = dashboard()

inBrowser('what is chosen is in the address, and the back button undoes it', async () => {
  const { page } = await service().open('?view=question&language=en')
  const title = page.getByRole('heading', { level: 1 })
  const first = await title.innerText()
  await page.getByLabel('Question').selectOption('werkdruk')
  await settled(page)
  await expect.poll(() => title.innerText(), patient).toBe('To what degree do you experience work pressure?')
  await page.getByLabel('Broken down by').selectOption('none')
  await expect.poll(() => page.url(), patient).toContain('question=werkdruk&breakdown=none')
  await page.goBack()
  await page.goBack()
  await expect.poll(() => title.innerText(), patient).toBe(first)
  expect(await page.getByLabel('Question').inputValue()).toBe('ruimte_algemeen')
})

inBrowser('speaks Dutch where the browser does, and English when asked', async () => {
  const { page } = await service().open()
  expect(await page.locator('html').getAttribute('lang')).toBe('nl')
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('Kerncijfers')
  await page.getByRole('link', { name: 'English' }).click()
  await expect
    .poll(() => page.getByRole('heading', { level: 2 }).first().innerText(), patient)
    .toBe('Key figures')
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.title()).toContain('At a glance')
})

inBrowser('works by keyboard alone', async () => {
  const { page } = await service().open('?view=question&language=en')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('question')
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.url(), patient).toContain('question=ruimte_relatie')
  const table = page.locator('summary', { hasText: 'Table' })
  await table.focus()
  await page.keyboard.press('Enter')
  expect(await page.getByRole('region', { name: /^Table/ }).isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Over time' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url(), patient).toContain('view=trend')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), patient).toBe('content')
})

inBrowser('a partner signs in and sees its organisation beside the region', async () => {
  const { database, origin, open } = service()
  const staff = createApp(database, { url: origin, viewer: { role: 'STAFF' } })
  const body = JSON.stringify({
    query: `mutation { createClient(input: { name: "HR tool", role: PARTNER, organisation: "org_c" }) { client { id } secret } }`,
  })
  const made = await staff.fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const { data } = (await made.json()) as {
    data: { createClient: { client: { id: string }; secret: string } }
  }
  const { client, secret } = data.createClient

  const { page, faults } = await open('?view=own&question=werkdruk&language=en')
  await page.getByLabel('Client id').fill(client.id)
  await page.getByLabel('Secret').fill('no secret')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect.poll(() => page.getByRole('alert').innerText(), patient).toContain('The sign-in is wrong')
  faults.length = 0
  await page.getByLabel('Secret').fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('Signed in as HR tool.').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.id)
  await expect.poll(focused, patient).toBe('content')

  const peo = new PeoClient({ url: origin, clientId: client.id, clientSecret: secret })
  const own = await peo.crosstab({
    waves: ['peo-2022'],
    rows: 'werkdruk',
    columns: ['organisatie'],
    language: 'EN',
  })
  const strongly = own.cells
    .slice(0, 2)
    .map((cell) => (cell.status === 'VALUE' ? `${cell.columnPercent!.toFixed(1)}%` : 'withheld'))
  const row = await page.locator('tbody tr').first().locator('td').allTextContents()
  expect(row.map((text) => text.trim().split(/\s/)[0])).toEqual([...strongly, '22.7%'])
  expect((await page.locator('thead th').allTextContents()).at(-1)).toContain('whole region')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^CSV/ }).first().click()
  expect((await download).suggestedFilename()).toBe('peo-2022-werkdruk-organisatie.csv')
  const sdk = await page.locator('.query code').nth(1).textContent()
  expect(sdk).toContain('clientId: process.env.PEO_CLIENT_ID!')
  expect(sdk).not.toContain(client.id)

  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  )
  expect(kept).not.toContain(secret)
  expect(faults).toEqual([])
  await page.getByRole('link', { name: 'At a glance' }).click()
  await page.getByText('Signed in as HR tool.').waitFor()
  await page.getByRole('link', { name: 'Own organisation' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Secret').waitFor()
  await expect.poll(focused, patient).toBe('content')
  expect(await page.getByLabel('Secret').inputValue()).toBe('')
})

inBrowser(
  'a question that a wave did not ask, or that has no trend, is told, and another is at hand',
  async () => {
    const { page } = await service().open('?view=question&question=werkdruk&wave=peo-2021&language=en')
    const told = page.locator('main').getByRole('status')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
      'To what degree do you experience work pressure?',
    )
    expect(await told.innerText()).toBe('This question was not asked in this wave.')
    expect(await page.getByLabel('Question').inputValue()).toBe('werkdruk')
    await page.getByRole('link', { name: 'Over time' }).click()
    await expect.poll(() => told.innerText(), patient).toContain('it has no trend')
    await page.getByLabel('Question').selectOption('ruimte_relatie')
    await expect.poll(() => page.locator('.multiples').count(), patient).toBe(1)
  },
)

inBrowser('who answered is shown by itself, and what none may see is not offered', async () => {
  const { page } = await service().open('?view=question&question=sector&language=en')
  expect(await page.getByLabel('Broken down by').locator('option').allInnerTexts()).toEqual([
    'everyone together',
  ])
  expect(await page.locator('figure svg').count()).toBe(1)
  const offered = await page
    .getByLabel('Question')
    .locator('option')
    .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
  expect(offered).toContain('sector')
  expect(offered).not.toContain('organisatie')
})

inBrowser('a query is copied, or selected where the browser has no clipboard', async () => {
  const { page } = await service().open('?view=question&question=werkdruk&language=en')
  await page.locator('summary', { hasText: 'How it was asked' }).click()
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await expect.poll(() => page.locator('.query [role=status]').first().innerText()).toContain('Selected')
  const selected = await page.evaluate(() => String(getSelection()))
  expect(selected).toContain('crosstab(waves: ["peo-2022"]')
})

inBrowser('what cannot be fetched leaves the rest of the page as it is', async () => {
  const { page } = await service().open('?view=question&language=en')
  await page.route(
    ({ search }) => /FollowUp|"werkdruk"/.test(decodeURIComponent(search)),
    (route) => route.abort(),
  )
  await page.getByRole('link', { name: 'At a glance' }).click()
  const alert = page.getByRole('alert')
  await expect.poll(() => alert.innerText(), patient).toContain('Not all of this page could be fetched.')
  await settled(page)
  expect(await page.locator('figure').count()).toBeGreaterThan(3)
})

inBrowser('who has to wait is told for how long', async () => {
  const { page } = await service().open('?view=question&language=en')
  await page.route('**/graphql*', (route) =>
    route.fulfill({
      status: 429,
      headers: { 'retry-after': '60' },
      json: { errors: [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }] },
    }),
  )
  await page.getByLabel('Question').selectOption('werkdruk')
  await page.getByText(/The service is busy. It is asked again in 6\d seconds./).waitFor()
})

inBrowser('what cannot be shown is told in plain words, with a way on', async () => {
  const { page } = await service().open('?view=question&question=werkdruk&breakdown=uren,sector&language=en')
  const alert = page.getByRole('alert')
  const said = page.locator('main').getByRole('status')
  expect(await said.innerText()).toBe('This breakdown is not published for this question.')
  expect(await page.getByLabel('Broken down by').inputValue()).toBe('uren,sector')
  await page.getByLabel('Broken down by').selectOption('sector')
  await expect.poll(() => page.locator('figure').count(), patient).toBe(1)

  await page.getByLabel('Broken down by').selectOption('ruimte_relatie')
  await page.getByRole('figure', { name: /by space to invest/ }).waitFor()
  await page.getByLabel('Wave').selectOption('peo-2021')
  await expect.poll(() => said.innerText(), patient).toBe('This question was not asked in this wave.')
  expect(await page.locator('figure').count()).toBe(0)
  await page.getByLabel('Question').selectOption('ruimte_relatie')
  await expect.poll(() => page.url(), patient).toContain('question=ruimte_relatie')

  await page.route('**/graphql*', (route) => route.abort())
  await page.getByRole('link', { name: 'Over time' }).click()
  await expect.poll(() => alert.innerText(), patient).toContain('The service cannot be reached.')
  await page.unroute('**/graphql*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => page.locator('.multiples').count(), patient).toBe(1)

  await page.goto(`${service().origin}/dashboard/?wave=peo-1999&language=en`)
  await expect.poll(() => alert.innerText(), patient).toContain('There is no such wave')
  expect(await page.getByLabel('Wave').locator('option:checked').innerText()).toBe('peo-1999')
  await page.getByRole('button', { name: 'To the latest wave' }).click()
  await page.locator('figure svg').first().waitFor()
})
