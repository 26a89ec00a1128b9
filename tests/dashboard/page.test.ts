import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { smallTargets, violations } from '../accessibility.ts'
import { dashboard, inBrowser, openDetails } from './open-dashboard.ts'

const service = dashboard()

const views = ['glance', 'question', 'trend', 'own']

inBrowser.each(views)('%s is clean under axe, light and dark, on a phone and on a desk', async (view) => {
  for (const viewport of [
    { width: 360, height: 800 },
    { width: 1100, height: 900 },
  ]) {
    const { page, faults } = await service().open(`?view=${view}&language=en`, { viewport })
    await openDetails(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), `${viewport.width} ${colorScheme}`).toEqual([])
    }
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
    expect(scrollWidth, `${viewport.width} px wide`).toBe(clientWidth)
    expect(await smallTargets(page)).toEqual([])
    expect(faults).toEqual([])
    await page.context().close()
  }
})

inBrowser('the first view weighs at most 150 kB and nothing in it jumps', async () => {
  const { page } = await service().open()
  const sizes = await page.evaluate(() => {
    const loaded = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
    return loaded.map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
  })
  const weight = sizes.reduce((sum, size) => sum + size, 0)
  expect(weight).toBeGreaterThan(50_000)
  expect(weight).toBeLessThan(150_000)
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(0), 1000)
      }),
  )
  expect(shift).toBeLessThan(0.02)
})

test('what is built is at most 130 kB compressed', async () => {
  const built = fileURLToPath(new URL('../../packages/dashboard/dist', import.meta.url))
  const files = (await readdir(built, { recursive: true })).filter((name) => name.endsWith('.br'))
  const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(built, name))).size))
  expect(files.length).toBeGreaterThan(2)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(130_000)
})

test('the page is asked anew, its parts are kept for ever, compressed as the browser takes them', async () => {
  const { origin } = service()
  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}${address}`, { headers, redirect: 'manual' })
  const sent = await get('/dashboard?wave=peo-2021')
  expect([sent.status, sent.headers.get('location')]).toEqual([302, '/dashboard/?wave=peo-2021'])
  const page = await get('/dashboard/')
  const html = await page.text()
  expect(page.headers.get('cache-control')).toBe('no-cache')
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*connect-src 'self'/)
  const [, asset] = /src="\.(\/assets\/[^"]+\.js)"/.exec(html) ?? []
  for (const encoding of ['br', 'gzip', 'identity']) {
    const answer = await get(`/dashboard${asset}`, { 'accept-encoding': encoding })
    expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(await answer.text()).toContain('peo-service')
    const again = await get(`/dashboard${asset}`, {
      'accept-encoding': encoding,
      'if-none-match': answer.headers.get('etag')!,
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  }
  expect((await get('/dashboard/assets/..%2findex.html')).status).toBe(404)
  expect((await fetch(`${origin}/dashboard/`, { method: 'POST' })).status).toBe(405)
})
