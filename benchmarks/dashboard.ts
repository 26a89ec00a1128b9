import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../tests/browser.ts'
import { startServer } from './http-server.ts'

const visits = 9
/** Until a new window has drawn itself, in milliseconds. */
const windowOpens = 2000
const most = { kilobytes: 150, milliseconds: 1000 }

const usage = `Usage: npm run bench:dashboard

Starts the service with the example waves, opens its dashboard in Chromium ${visits} times with an empty cache, and prints
what the first view weighs compressed and when it stood, counted from the start of the navigation. The first visit finds
a service that has made no table yet. Takes half a minute. Fails above 150 kB, or where half of the visits took more than a
second.

  --help     show this
`

/** What a visit cost: compressed bytes in all, and milliseconds until the charts stood. */
async function visit(browser: Browser, address: string): Promise<{ bytes: number; milliseconds: number }> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 } })
  const page = await context.newPage()
  // Who visits has a window open already.
  await setTimeout(windowOpens)
  await page.goto(address, { waitUntil: 'commit' })
  await page.locator('main[aria-busy=false] figure svg').first().waitFor({ state: 'attached' })
  const cost = await page.evaluate(() => {
    const loaded = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ]
    const sizes = loaded.map((entry) => (entry as PerformanceResourceTiming).encodedBodySize)
    return {
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      milliseconds: performance.getEntriesByName('view')[0]?.startTime ?? Number.NaN,
    }
  })
  await context.close()
  return cost
}

async function run(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'peo-dashboard-'))
  const command = ['--import', 'tsx', 'packages/server/src/main.ts']
  const server = await startServer(process.execPath, command, {
    PORT: '0',
    DATABASE_URL: '',
    DATA_DIR: folder,
  })
  const browser = await launchChromium()
  try {
    const address = server.url.replace(/graphql$/, 'dashboard/')
    const costs = []
    for (let at = 0; at < visits; at++) costs.push(await visit(browser, address))
    const times = costs.map(({ milliseconds }) => milliseconds)
    const median = times.toSorted((one, other) => one - other)[Math.floor(visits / 2)]!
    const kilobytes = Math.max(...costs.map(({ bytes }) => bytes)) / 1000
    process.stdout.write(`load average: ${loadavg()[0]!.toFixed(1)}\n`)
    process.stdout.write(`first view, compressed: ${kilobytes.toFixed(1)} kB\n`)
    process.stdout.write(
      `first visit: ${times[0]!.toFixed()} ms; half of ${visits} visits within ${median.toFixed()} ms\n`,
    )
    if (kilobytes > most.kilobytes || !(median <= most.milliseconds)) process.exitCode = 1
  } finally {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
if (values.help) process.stdout.write(usage)
else await run()
