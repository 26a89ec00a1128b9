import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { expect } from 'vitest'
import { dashboard, inBrowser } from './open-dashboard.ts'

const service = dashboard()
const folder = fileURLToPath(new URL('pictures/', import.meta.url))
const font = await readFile(
  createRequire(import.meta.url).resolve('@fontsource/b612/files/b612-latin-400-normal.woff2'),
  'base64',
)

/** One font for all machines, which the page's own policy would not load. */
const fixedFont = `@font-face { font-family: fixed; src: url(data:font/woff2;base64,${font}) } * { font-family: fixed !important }`

/** Edges of letters differ by a shade between machines. */
const tolerated = { threshold: 0.2, share: 0.003 }

inBrowser.each([
  ['glance', '?wave=peo-2022&language=nl', { width: 1100, height: 900 }, 'light'],
  [
    'withheld-on-a-phone',
    '?view=question&question=ruimte_relatie&breakdown=werkgebied&language=en',
    { width: 360, height: 800 },
    'dark',
  ],
  ['trend', '?view=trend&question=ruimte_relatie&language=en', { width: 1100, height: 800 }, 'light'],
] as const)('%s looks as it did', async (name, query, viewport, colorScheme) => {
  const { page } = await service().open(query, {
    viewport,
    colorScheme,
    bypassCSP: true,
    deviceScaleFactor: 1,
  })
  await page.addStyleTag({ content: fixedFont })
  await page.evaluate(() => document.fonts.ready)
  const taken = await page.screenshot({ animations: 'disabled' })
  const file = `${folder}${name}.png`
  if (process.env.SCREENSHOTS !== undefined) return writeFile(file, taken)
  const [kept, now] = [PNG.sync.read(await readFile(file)), PNG.sync.read(taken)]
  expect([now.width, now.height]).toEqual([kept.width, kept.height])
  const differing = pixelmatch(kept.data, now.data, undefined, now.width, now.height, tolerated)
  expect(differing / (now.width * now.height), `${name}: npm run screenshots renews it`).toBeLessThan(
    tolerated.share,
  )
})
