import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { dashboard, inBrowser } from './open-dashboard.ts'

const service = dashboard()

interface Answered {
  readonly status: string
  readonly columnPercent?: number | null
  readonly mean?: number | null
}

/** Asks the service what a figure says it was asked with. */
async function asked(figure: Locator): Promise<Answered[]> {
  const queries = await figure.locator('.query:has(.query-name:text-is("GraphQL")) code').allTextContents()
  const answers = await Promise.all(
    queries.map(async (query) => {
      const response = await fetch(`${service().origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
      const { data } = (await response.json()) as {
        data: { crosstab?: { cells: Answered[] }; means?: { groups: Answered[] } }
      }
      return data.crosstab?.cells ?? data.means!.groups
    }),
  )
  return answers.flat()
}

/** The figures of a table on the page, without their intervals and letters. */
async function shown(figure: Locator): Promise<string[]> {
  const cells = await figure.locator('tbody tr:not(:last-child) td').allTextContents()
  return cells.map((text) => text.trim().split(/\s/)[0]!)
}

const inWords = ({ status, columnPercent, mean }: Answered) => {
  if (status !== 'VALUE') return 'withheld'
  return columnPercent == null ? mean!.toFixed(2) : `${columnPercent.toFixed(1)}%`
}

async function expectServiceFigures(page: Page): Promise<void> {
  const figures = await page.locator('figure').all()
  expect(figures.length).toBeGreaterThan(0)
  for (const figure of figures) {
    const expected = (await asked(figure)).map(inWords)
    const found = await shown(figure)
    // A chart of one net of several questions shows a part of what was asked.
    if ((await figure.locator('.query').count()) > 2) expect(expected).toEqual(expect.arrayContaining(found))
    else expect(found).toEqual(expected)
  }
}

inBrowser('a wave at a glance has the key figures of the published factsheet', async () => {
  const { page, faults } = await service().open('?wave=peo-2022&language=en')
  expect(await page.locator('.headlines .number').allInnerTexts()).toEqual(['92%', '7.3', '79%', '58%'])
  const net = page.locator('figure', { hasText: 'Share of ‘insufficient or less’ by question' })
  const shares = net.locator('tbody tr:first-child td')
  expect((await shares.allTextContents()).map((text) => Math.round(Number.parseFloat(text)))).toEqual([
    8, 47, 44, 37, 13,
  ])
  const answered = await page.locator('.answered').innerText()
  expect(answered).toContain(
    'certified institution (GI) 33%, specialised youth care 31%, local team 30%, other 6%',
  )
  expect(answered).toMatch(/19%, .*23%, .*11%, .*47%/)
  expect(await page.locator('.together').innerText()).toContain(
    'certified institution (GI) 37%, specialised youth care 26%, local team 9%',
  )
  expect(await page.locator('.meetings').innerText()).toContain('discussed in a webinar (14 present)')
  await expectServiceFigures(page)
  expect(faults).toEqual([])
})

inBrowser('no label of a chart runs into its figure', async () => {
  for (const width of [320, 414, 1024, 1280, 1600]) {
    const { page } = await service().open('?wave=peo-2022&language=nl', { viewport: { width, height: 900 } })
    const overlaps = await page.locator('figure svg').evaluateAll((charts) =>
      charts.flatMap((chart) => {
        const boxes = [...chart.querySelectorAll('text')]
          .filter(({ textContent }) => textContent !== '')
          .map((text) => ({ text: text.textContent, ...text.getBoundingClientRect().toJSON() }))
        return boxes.flatMap((one, at) =>
          boxes
            .slice(at + 1)
            .filter(
              (other) =>
                Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
                Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4,
            )
            .map((other) => `${one.text} / ${other.text}`),
        )
      }),
    )
    expect(overlaps, `${width} px`).toEqual([])
    await page.context().close()
  }
})

inBrowser('any other wave has its page too', async () => {
  const { page, faults } = await service().open('?wave=peo-2021&language=en')
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('rules and requirements')
  await page.getByRole('heading', { name: /Which rules, conditions and requirements/ }).waitFor()
  expect(await page.getByText('Cut administrative duties.').count()).toBe(1)
  await expectServiceFigures(page)
  expect(faults).toEqual([])
})

inBrowser('a question by a breakdown shows what is withheld as withheld, and never as a number', async () => {
  const { page, faults } = await service().open(
    '?view=question&question=ruimte_relatie&breakdown=werkgebied&language=en',
  )
  const figure = page.locator('figure')
  const withheld = (await asked(figure)).filter(({ status }) => status === 'WITHHELD').length
  expect(withheld).toBeGreaterThan(0)
  await expectServiceFigures(page)
  expect(await figure.locator('td.none', { hasText: /^withheld$/ }).count()).toBeGreaterThanOrEqual(withheld)
  expect(await figure.locator('svg text:text-is("withheld")').count()).toBe(withheld)
  expect(await figure.locator('svg [fill="url(#withheld)"] rect').count()).toBe(withheld)
  expect(await figure.getByRole('img').getAttribute('aria-label')).toContain(`${withheld} withheld`)
  expect(faults).toEqual([])
})

inBrowser('letters tell which groups differ, in chart and table alike', async () => {
  const { page } = await service().open('?view=question&question=ruimte_relatie&breakdown=sector&language=en')
  const figure = page.locator('figure')
  expect(await figure.locator('tbody b').allTextContents()).toEqual(['A', 'C'])
  expect(await figure.locator('svg text').allTextContents()).toEqual(
    expect.arrayContaining(['67% · n = 45 · > A', '61% · n = 49 · > C']),
  )
})

inBrowser('a trend shows every wave with its interval', async () => {
  const { page, faults } = await service().open('?view=trend&question=ruimte_relatie&language=en')
  await expectServiceFigures(page)
  const figure = page.locator('figure')
  expect(await figure.locator('thead th').allTextContents()).toEqual([
    'answer',
    expect.stringContaining('rules'),
    expect.stringContaining('work pressure'),
  ])
  expect(await figure.locator('.multiples svg').count()).toBe(6)
  expect(await figure.locator('svg').last().locator('text').allTextContents()).toEqual(
    expect.arrayContaining(['33% · n = 180', '47% · n = 150', 'peo-2021', 'peo-2022']),
  )
  expect(faults).toEqual([])
})

inBrowser('the download is the table of the service, and the SDK line asks for it', async () => {
  const { page } = await service().open('?view=question&question=werkplezier&breakdown=sector&language=nl')
  const href = await page.getByRole('link', { name: /^CSV/ }).getAttribute('href')
  expect(href).toBe(
    `${service().origin}/tables/means.csv?waves=peo-2022&of=werkplezier&by=sector&language=NL`,
  )
  expect((await (await fetch(href!)).text()).split('\r\n')[0]).toContain('sector,sector_label,status,base')
  expect(await page.locator('.query code').last().textContent()).toContain(
    "await peo.means({ waves: ['peo-2022'], of: 'werkplezier', by: ['sector'], language: 'NL' })",
  )
})
