import { expect } from 'vitest'
import { asked, background, madeWave, people } from '../attack/made-wave.ts'
import { publishWaves } from '../attack/publish-waves.ts'
import { dashboard, inBrowser } from './open-dashboard.ts'

/** More questions than a page of a list has, and a number without ends. */
const many = Array.from({ length: 100 }, (_, at) => `q${at}`)
const answers = Object.fromEntries(many.map((code) => [code, 'yes']))

const areas = Array.from({ length: 24 }, (_, at) => `area_${at + 1}`)
const groups = [
  background('team', ['north', 'south']),
  background('job', ['coach', 'nurse']),
  background('area', areas),
]
const repeated = [asked('stays', ['yes', 'no']), asked('hours', [], { measurement: 'NUMERIC' })]
const both = ['north', 'south'].flatMap((team) =>
  ['coach', 'nurse'].flatMap((job) => {
    const [most, few] = job === 'coach' ? ['yes', 'no'] : ['no', 'yes']
    return [
      ...people(20, { ...answers, team, job, stays: most, hours: '1200' }),
      ...people(10, { ...answers, team, job, stays: few, hours: '1300' }),
    ]
  }),
)
/** In every other area nearly all stay. */
const spread = areas.flatMap((area, at) => [
  ...people(at % 2 === 0 ? 23 : 2, { area, stays: 'yes', hours: '1200' }),
  ...people(at % 2 === 0 ? 2 : 23, { area, stays: 'no', hours: '1300' }),
])
const professionals = [...both, ...spread]

const service = dashboard(async (database) => {
  const first = madeWave([...groups, ...repeated], professionals)
  const questions = many.map((code) => asked(code, ['yes', 'no']))
  const last = madeWave([...groups, ...questions, ...repeated], professionals, [['team', 'job']])
  await publishWaves(database, [
    { ...first, codebook: { ...first.codebook, wave: 'spring-2030' } },
    { ...last, codebook: { ...last.codebook, wave: 'autumn-2030' } },
  ])
})

inBrowser('groups of two variables have their letters, in chart and table alike', async () => {
  const { page } = await service().open('?view=question&question=stays&breakdown=team,job&language=en')
  const letters = (await page.locator('tbody b').allTextContents()).map((text) => text.trim())
  expect(letters).toEqual(['B D', 'B D', 'A C', 'A C'])
  const told = await page.locator('figure svg text').allTextContents()
  expect(told).toEqual(expect.arrayContaining(['67% · n = 30 · > B D']))
  expect(await page.locator('h3').first().innerText()).toBe('stays, by team × job')
})

inBrowser('every question can be chosen, however many there are', async () => {
  const { page } = await service().open('?view=question&question=stays&language=en')
  expect(await page.locator('#question option').count()).toBeGreaterThan(102)
  expect(await page.locator('figure').count()).toBe(1)
})

inBrowser('bars of a number without ends are as long as their means', async () => {
  const { page } = await service().open('?view=question&question=hours&breakdown=none&language=en')
  const [bar, axis] = await page
    .locator('figure svg')
    .first()
    .evaluate((chart) => {
      const widthOf = (element: Element) => element.getBoundingClientRect().width
      return [widthOf(chart.querySelector('[aria-label=rect] rect')!), widthOf(chart) - 18]
    })
  // The mean is 1,233 of some 1,250, where its interval ends.
  expect(bar! / axis!).toBeGreaterThan(0.9)
  expect(bar! / axis!).toBeLessThan(1)
})

inBrowser('the axis of a number without ends stands upright over time', async () => {
  const { page } = await service().open('?view=trend&question=hours&language=en')
  const [ticks] = await page.locator('.multiples svg').evaluateAll((charts) =>
    charts.map((chart) =>
      [...chart.querySelectorAll('[aria-label="y-axis tick label"] text')].map((text) => ({
        value: Number(text.textContent!.replaceAll(',', '')),
        top: text.getBoundingClientRect().top,
      })),
    ),
  )
  const upwards = ticks!.toSorted((one, other) => other.top - one.top).map(({ value }) => value)
  expect(upwards.length).toBeGreaterThan(2)
  expect(upwards).toEqual(upwards.toSorted((one, other) => one - other))
  expect(upwards[0]).toBeGreaterThan(1000)
})

inBrowser('figures stand without what was said of them, where that fails', async () => {
  const { page } = await service().open('?view=trend&language=en')
  await page.route(/FollowUp/, (route) => route.abort())
  await page.goto(`${service().origin}/dashboard/?view=question&question=stays&language=en`)
  await page.locator('figure').waitFor()
  await expect
    .poll(() => page.getByRole('alert').allInnerTexts())
    .toEqual([expect.stringContaining('Not all')])
})

inBrowser('many letters leave room for the figure and its label on a phone', async () => {
  const { page } = await service().open(
    '?view=question&question=stays&breakdown=area&wave=spring-2030&language=en',
    { viewport: { width: 320, height: 900 } },
  )
  const charts = page.locator('figure svg')
  expect(await charts.count()).toBeGreaterThan(2)
  const outside = await charts.evaluateAll((all) =>
    all.flatMap((chart) => {
      const { left, right } = chart.getBoundingClientRect()
      const texts = [...chart.querySelectorAll('text')].map((text) => ({
        told: text.textContent,
        ...text.getBoundingClientRect().toJSON(),
      }))
      return texts.filter((text) => text.left < left - 1 || text.right > right + 1).map(({ told }) => told)
    }),
  )
  expect(outside).toEqual([])
  const told = await charts.first().locator('text').allTextContents()
  expect(told).toEqual(expect.arrayContaining([expect.stringContaining('92% · n = 25')]))
  expect(told).toEqual(expect.arrayContaining(['A  area_1']))
})
