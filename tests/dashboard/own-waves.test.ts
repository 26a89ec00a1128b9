import { expect } from 'vitest'
import { newClient } from '../../packages/server/src/access/testing/new-client.ts'
import { asked, background, madeWave, people } from '../attack/made-wave.ts'
import { publishWaves } from '../attack/publish-waves.ts'
import { dashboard, inBrowser, patient, signIn } from './open-dashboard.ts'

/** Four waves, the last of them for partners alone. */
const codes = ['spring-2030', 'autumn-2030', 'spring-2031', 'autumn-2031']

const service = dashboard(async (database) => {
  const made = madeWave(
    [
      background('organisatie', ['org_a', 'org_b']),
      asked('space', ['yes', 'no']),
      asked('hours', [], { measurement: 'NUMERIC', minimum: 0, maximum: 100_000 }),
    ],
    [
      ...people(30, { organisatie: 'org_a', space: 'yes', hours: '1200' }),
      ...people(25, { organisatie: 'org_a', space: 'no', hours: '1300' }),
      ...people(40, { organisatie: 'org_b', space: 'no', hours: '1250' }),
    ],
  )
  await publishWaves(
    database,
    codes.map((wave) => ({ ...made, codebook: { ...made.codebook, wave } })),
  )
  const { prisma } = database
  await prisma.variable.update({ where: { code: 'organisatie' }, data: { partnerBoundary: true } })
  await prisma.wave.update({ where: { code: codes.at(-1)! }, data: { audience: 'PARTNERS' } })
})

inBrowser.each([
  ['space', 1280],
  ['space', 320],
  ['hours', 320],
])('no texts of the trend of %s over many waves touch, %i pixels wide', async (question, width) => {
  const { page } = await service().open(`?view=trend&question=${question}&language=nl`, {
    viewport: { width, height: 900 },
  })
  const touching = await page.locator('.multiples svg').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const boxes = [...chart.querySelectorAll('text')].map((text) => ({
        told: text.textContent,
        ...text.getBoundingClientRect().toJSON(),
      }))
      return boxes.flatMap((one, at) =>
        boxes
          .slice(at + 1)
          .filter(
            (other) =>
              one.left < other.right &&
              other.left < one.right &&
              one.top + 2 < other.bottom &&
              other.top + 2 < one.bottom,
          )
          .map((other) => `${one.told} | ${other.told}`),
      )
    }),
  )
  expect(touching).toEqual([])
  expect(await page.locator('.multiples svg text').count()).toBeGreaterThan(5)
})

inBrowser('the interval of a mean can be seen', async () => {
  const { page } = await service().open('?view=trend&question=hours&language=nl')
  const heights = await page
    .locator('.multiples g[aria-label=rule] line')
    .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().height))
  expect(Math.min(...heights)).toBeGreaterThan(20)
})

inBrowser('a partner signs in for a wave that is for partners, and out of it', async () => {
  const { database, open } = service()
  const client = await newClient(database, { name: 'HR tool', organisation: 'org_a' })
  const { page } = await open(`?view=own&wave=${codes.at(-1)}&language=en`)
  await signIn(page, client)
  await page.getByRole('figure', { name: /own organisation and the region/ }).waitFor()
  expect(await page.getByLabel('Wave').inputValue()).toBe(codes.at(-1))
  const left = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { paddingLeft } = getComputedStyle(element)
      return element.getBoundingClientRect().left + Number.parseFloat(paddingLeft)
    })
  expect(await left('.signed-in')).toBe(await left('header'))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('Secret').waitFor()
  expect(await page.getByRole('alert').innerText()).toBe('')
  await expect.poll(() => page.getByLabel('Wave').inputValue(), patient).toBe(codes.at(-2))
})
