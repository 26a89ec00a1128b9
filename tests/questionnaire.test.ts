import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../packages/server/src/database/database.ts'
import { noticePage, noticeStatuses } from '../packages/server/src/questionnaire-pages/notice-pages.ts'
import { pageLanguages } from '../packages/server/src/questionnaire-pages/preferred-language.ts'
import type { Notice } from '../packages/server/src/questionnaire-pages/texts-nl.ts'
import { testDatabase } from '../packages/server/src/testing/test-database.ts'
import { expectAccessible } from './accessibility.ts'
import { chromiumPath, launchChromium } from './browser.ts'
import { type FieldedWave, fieldedWave } from './fielded-wave.ts'
import { startService } from './started-service.ts'

let browser: Browser
let database: Database
let wave: FieldedWave
let origin: string
beforeAll(async () => {
  if (chromiumPath === undefined)
    return void process.stdout.write(
      'No Chromium is installed here; the browser tests of answering are skipped.\n',
    )
  browser = await launchChromium()
  database = await testDatabase('examples')
  origin = await startService(database)
  wave = await fieldedWave(database)
})
afterAll(() => browser?.close())

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 } }

/** A browser on a phone that runs no script, and what it complains of. */
async function phoneWithoutScripts(locale: string) {
  const context = await browser.newContext({ ...phone, locale, javaScriptEnabled: false })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  return { context, page, refused }
}

/** Presses a button, and waits for the page that follows. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name }).click()])
}

const choose = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check()

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText()

describe.skipIf(chromiumPath === undefined)('a professional without scripts', () => {
  test('answers a wave, goes back, changes, comes back later, and sends', async () => {
    const { context, page, refused } = await phoneWithoutScripts('nl-NL')
    const address = `${origin}/answer/${wave.code}`
    await page.goto(address)
    expect(await page.title()).toBe('Ruimte en werkdruk 2024 – Ervaringsonderzoek onder professionals')
    await press(page, 'Beginnen')
    expect(await page.title()).toBe('Stap 1 van 5 – Ruimte en werkdruk 2024')
    await choose(page, 'Soort organisatie', 'lokaal team')
    await choose(page, 'Organisatie', 'Organisatie B')
    await press(page, 'Verder')
    await choose(page, 'Rapportcijfer werkplezier', '7')
    await press(page, 'Verder')

    // Whoever feels no pressure is not asked what causes it.
    await choose(page, 'In welke mate', 'niet of nauwelijks')
    await press(page, 'Verder')
    expect(await page.getByRole('group').count()).toBe(0)
    await page.goBack()
    expect(await heading(page)).toBe('Stap 3 van 5')
    await choose(page, 'In welke mate', 'in sterke mate')
    await press(page, 'Verder')
    await choose(page, 'Waardoor', 'wachtlijsten')
    await choose(page, 'Waardoor', 'anders')
    await choose(page, 'gevolgen', 'Geen van deze')
    await choose(page, 'gevolgen', 'anders')
    await page.getByLabel('Wat zou u het meest helpen?').fill('Meer tijd & <b>rust</b>')
    await press(page, 'Verder')
    expect(await page.title()).toBe('Fout: Stap 4 van 5 – Ruimte en werkdruk 2024')
    expect(await page.getByRole('alert').innerText()).toContain('Kies antwoorden, of alleen “geen van deze”')
    await page.getByRole('link', { name: 'gevolgen' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q-gevolgen_werkdruk')
    await page.getByRole('group', { name: 'gevolgen' }).getByLabel('anders').uncheck()
    await press(page, 'Verder')
    expect(page.url()).not.toContain('#')
    await page.getByLabel('Hoeveel cliënten').fill('12,5')
    // The Enter key goes on, not to English.
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await heading(page)).toBe('Kijk uw antwoorden na')
    await page.close()

    const again = await context.newPage()
    await again.goto(address)
    await press(again, 'Verder waar u was')
    expect(await again.locator('dl').innerText()).toContain('Meer tijd & <b>rust</b>')
    await press(again, 'Wijzigen Organisatie')
    await choose(again, 'Organisatie', 'Organisatie C')
    await press(again, 'Verder naar uw antwoorden')
    await press(again, 'English')
    expect(await again.locator('html').getAttribute('lang')).toBe('en')
    expect(await again.locator('dl').innerText()).toContain('Organisation C')
    expect(
      (await context.cookies()).map(({ httpOnly, sameSite, path }) => [httpOnly, sameSite, path]),
    ).toEqual([[true, 'Strict', `/answer/${wave.code}`]])
    await press(again, 'Send')
    expect(await heading(again)).toBe('Thank you, your answers are sent')
    expect(again.url()).not.toContain(wave.code)
    expect(await context.cookies()).toEqual([])

    const rows = await database.prisma.respondent.findMany({ where: { waveId: wave.id } })
    expect(rows.map(({ answers }) => answers)).toEqual([
      {
        sector: '3',
        organisatie: 'org_c',
        werkplezier: 7,
        werkdruk: '1',
        oorzaken_werkdruk: ['wachtlijsten', 'anders'],
        gevolgen_werkdruk: [],
        wat_helpt: 'Meer tijd & <b>rust</b>',
        clienten: 12.5,
      },
    ])
    const used = await again.goto(address)
    expect([used?.status(), await heading(again)]).toEqual([410, 'Deze code is al gebruikt'])
    expect(refused).toEqual([])
  })

  test.each([
    { locale: 'nl-NL', begin: 'Beginnen', next: 'Verder', erase: 'Wissen en stoppen' },
    { locale: 'en-GB', begin: 'Begin', next: 'Continue', erase: 'Erase and stop' },
  ])('finds every kind of page accessible, in $locale', async ({ locale, begin, next, erase }) => {
    const { page } = await phoneWithoutScripts(locale)
    const checker = await (await browser.newContext({ ...phone, locale })).newPage()
    const seen: string[] = []
    const check = async () => {
      seen.push(await heading(page))
      expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
      await expectAccessible(checker, await page.content())
    }
    await page.goto(`${origin}/answer`)
    await check()
    await page.locator('#code').fill('abcd')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await check()
    await page.locator('#code').fill(wave.organisationCode.toLowerCase().replaceAll('-', ''))
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await check()
    await press(page, begin)
    while (page.url().includes('page=') && !page.url().includes('check')) {
      await check()
      for (const group of await page.getByRole('group').all()) await group.locator('input').first().check()
      for (const number of await page.locator('[inputmode=decimal]').all()) {
        await number.fill('many')
        await press(page, next)
        await check()
        await number.fill('4')
      }
      await press(page, next)
    }
    await check()
    await page.goto(page.url().replace(/\?.*/, ''))
    await check()
    await page.goto(`${page.url()}?page=1`)
    await press(page, erase)
    await check()
    await page.goto(`${origin}/answer/sent`)
    await check()
    await page.goto(`${origin}/answer/0000-0000-0000-0000`)
    await check()
    expect(seen).toHaveLength(13)
    const pageLanguage = {
      language: pageLanguages.find((one) => locale.startsWith(one))!,
      languages: pageLanguages,
    }
    const again = { fields: [['q.sector', '1']] as const, button: 'next' }
    for (const notice of Object.keys(noticeStatuses) as Notice[])
      await expectAccessible(checker, noticePage(notice, pageLanguage, { again }))
  })
})
