import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { RunOnly } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules of WCAG 2.2 AA, and what axe holds good beside them. */
const allRules: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/** What may be otherwise in the dark. */
const rulesOfColour: RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }

/**
 * Checks what a page without scripts shows: by axe, as it is and in the dark; that it does not scroll sideways, at twice the
 * size of text too; and that whatever is pressed is of 24 px or more.
 *
 * @param page of the size to check it at, where scripts run
 */
export async function expectAccessible(page: Page, html: string): Promise<void> {
  await page.setContent(html)
  const title = await page.title()
  expect(await violations(page), title).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, rulesOfColour), `${title}, dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  for (const size of ['100%', '200%']) {
    await page.evaluate((fontSize) => document.documentElement.style.setProperty('font-size', fontSize), size)
    const beyond = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    expect(beyond, `${title} at ${size}`).toBe(0)
  }
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  expect(await smallTargets(page), title).toEqual([])
}

/** What axe finds wrong with a page as it is now. */
export async function violations(page: Page, rules = allRules): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(axe)
  const found = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run({ runOnly })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => [id, html, failureSummary]),
    )
  }, rules)
  return found.map((parts) => parts.join('\n'))
}

/** What can be pressed and is smaller than 24 px; links within sentences may be. */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [...document.querySelectorAll('a, button, input, select, textarea')]
    return targets
      .filter((target) => target.checkVisibility() && !target.matches('[type=hidden], .hidden, .skip, p > a'))
      .filter((target) => {
        const { width, height } = target.getBoundingClientRect()
        return width < 24 || height < 24
      })
      .map((target) => target.outerHTML)
  })
}
