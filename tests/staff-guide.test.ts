import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstSignInLink } from '../packages/server/src/access/staff-accounts.ts'
import { submitAnswers } from '../packages/server/src/collection/submit-answers.ts'
import { staffTabs } from '../packages/server/src/plugins/staff-tabs.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { chromiumPath, launchChromium } from './browser.ts'
import { startService } from './started-service.ts'

const guide = fileURLToPath(new URL('../docs/staff-guide.md', import.meta.url))
const pictures = path.join(path.dirname(guide), 'staff-guide')

/** What a ready tab has where staff fill in what another answered. */
const placeholder = 'hier_het_id'

let browser: Browser
beforeAll(async () => {
  if (chromiumPath !== undefined) browser = await launchChromium()
  else
    process.stdout.write('No Chromium is installed here; the browser test of the staff guide is skipped.\n')
})
afterAll(() => browser?.close())

/** Takes a picture of the guide; `npm run screenshots` has it kept. */
function photographer(taken: string[]) {
  return async (page: Page, name: string) => {
    const picture = await page.screenshot({ animations: 'disabled' })
    taken.push(name)
    if (process.env.SCREENSHOTS === undefined) return
    await mkdir(pictures, { recursive: true })
    await writeFile(path.join(pictures, `${name}.png`), picture)
  }
}

/** Opens a ready tab of GraphiQL, runs it, and gives what the service answered. */
async function runTab(page: Page, query: string, id?: string): Promise<Record<string, unknown>> {
  const name = /(?:query|mutation) (\w+)/.exec(query)![1]!
  await page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${name}$`) }).click()
  await expect.poll(() => page.getByRole('tab', { selected: true }).innerText()).toBe(name)
  if (id !== undefined) {
    await page
      .locator('.view-line span', { hasText: new RegExp(`^"${placeholder}"$`) })
      .last()
      .dblclick()
    await page.keyboard.insertText(id)
  }
  const isThis = (one: Request) => one.postData()?.includes(name) === true
  const answered = page.waitForResponse((one) => isThis(one.request()), { timeout: 120_000 })
  let isSent = false
  page.on('request', (one) => {
    if (isThis(one)) isSent = true
  })
  // A click before the editor is ready does nothing, so it is repeated.
  const press = async () => {
    if (!isSent) await page.getByRole('button', { name: /Execute query/ }).click()
    return isSent
  }
  await expect.poll(press, { timeout: 60_000, interval: 2_000 }).toBe(true)
  const response = await answered
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown }
  expect(errors, name).toBeUndefined()
  expect(JSON.stringify(data), name).not.toMatch(/"errors":\[\{/)
  await expect.poll(() => page.locator('.result-window').innerText()).toContain('"data"')
  return data
}

/** Answers on a telephone with a code, as an invited professional does. */
async function answer(address: string, take: (page: Page, name: string) => Promise<void>): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 390, height: 780 },
    javaScriptEnabled: false,
    locale: 'nl-NL',
  })
  await page.goto(address)
  await take(page, 'questionnaire-begin')
  await page.getByRole('button', { name: 'Beginnen' }).click()
  for (let step = 0; (await page.getByRole('button', { name: 'Versturen' }).count()) === 0; step++) {
    for (const group of await page.getByRole('group').all()) {
      const choice = group.getByRole('radio').first()
      if ((await choice.count()) > 0) await choice.check()
    }
    for (const words of await page.locator('textarea').all())
      await words.fill('Bel mevrouw Jansen maar: een goede laptop.')
    if (step === 1) await take(page, 'questionnaire-questions')
    await page.getByRole('button', { name: 'Verder' }).click()
  }
  await take(page, 'questionnaire-check')
  await page.getByRole('button', { name: 'Versturen' }).click()
  await take(page, 'questionnaire-sent')
  await page.close()
}

test.skipIf(chromiumPath === undefined)(
  'staff take a wave from draft to results as the guide says, with its pictures',
  async () => {
    const database = await testDatabase('examples')
    const origin = await startService(database)
    const page = await browser.newPage({ viewport: { width: 1360, height: 800 } })
    const taken: string[] = []
    const take = photographer(taken)
    await page.goto((await firstSignInLink(database, origin)) ?? '')
    await take(page, 'sign-in')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${origin}/graphql`)
    await expect
      .poll(() => page.getByRole('tab', { selected: true }).innerText(), { timeout: 60_000 })
      .toBe('CreateWave')
    const answers: Record<string, unknown> = {}
    for (const { query, variables } of staffTabs) {
      const name = /(?:query|mutation) (\w+)/.exec(query)![1]!
      const { openAnswers } = answers as {
        openAnswers?: { nodes: { id: string; personalData: object[] }[] }
      }
      const id = variables.includes(placeholder)
        ? openAnswers!.nodes.find(({ personalData }) => personalData.length === 0)!.id
        : undefined
      Object.assign(answers, await runTab(page, query, id))
      await take(page, name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase())
      if (name !== 'CreateInvitations') continue
      const { csv } = answers.createInvitations as { csv: string }
      const saved = page.waitForEvent('download')
      await page.getByText('Save as CSV').click()
      expect(await readFile(await (await saved).path(), 'utf8')).toBe(`\uFEFF${csv}`)
      const [, first = '', ...others] = csv.trimEnd().split('\r\n')
      await answer(first.split(',')[1]!, take)
      for (const [place, line] of others.slice(0, 35).entries()) {
        const [sector, hulpmiddelen] = [1 + (place % 2), 1 + (place % 3)].map(String)
        const stored = await submitAnswers(database.prisma, line.split(',')[0]!, {
          sector: sector!,
          hulpmiddelen: hulpmiddelen!,
          ruimte_algemeen: String(1 + (place % 4)),
          mist: 'Een goede laptop.',
        })
        expect(stored).toEqual({ stored: true })
      }
    }
    const shown = [...(await readFile(guide, 'utf8')).matchAll(/\(staff-guide\/([\w-]+)\.png\)/g)]
    expect(shown.map(([, name]) => name)).toEqual(taken)
  },
)
