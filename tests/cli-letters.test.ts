import { CrosstabTable, type Figure, type GroupValue, MeansTable } from '@peo/sdk'
import { beforeAll, expect, test } from 'vitest'
import { crosstabText } from '../packages/cli/src/print/crosstab-text.ts'
import { meansText } from '../packages/cli/src/print/means-text.ts'
import { peoCommand } from './peo-command.ts'
import { startedService } from './started-service.ts'

let peo: ReturnType<typeof peoCommand>
beforeAll(async () => {
  peo = peoCommand(import.meta.dirname, await startedService())
})

const printed = async (...args: string[]) => (await peo(['crosstab', 'ruimte_relatie', ...args])).stdout

/** Of the heads, in their order. */
const lettersIn = (table: string) =>
  table
    .split('──')[0]!
    .match(/(?<=\()[a-z](?=\))/g)
    ?.join(' ') ?? ''

test('in a trend each column has a letter of its own, and is higher than one of its own wave', async () => {
  const trend = await printed('--by', 'sector', '--wave', 'peo-2021,peo-2022')
  expect(lettersIn(trend)).toBe('a b c d e f g h')
  expect(trend).toMatch(/\n\(ruim\) voldoende .* 66,7 b /)
  expect(trend).toMatch(/\n\(ruim\) onvoldoende .* 61,2 f /)
  expect(trend).toContain('a, b …  hoger dan die kolom van dezelfde meting (Holm, 95%)')
})

test('columns that are not compared have no letters: of several answers, and of waves alone', async () => {
  for (const args of [
    ['--by', 'oorzaken_werkdruk'],
    ['--wave', 'peo-2021,peo-2022'],
  ]) {
    const table = await printed(...args)
    expect(table).toContain(' · kolompercentages\n')
    expect(lettersIn(table)).toBe('')
    expect(table).not.toContain('Holm')
  }
})

/** Two variables whose codes are numbers, in an order that is not theirs. */
const byNumbers = ['10', '2'].map((code) => ({
  role: 'COLUMN' as const,
  variable: { code, label: code },
  categories: ['1', '2'].map((category) => ({ code: category, label: `${code}=${category}`, isNet: false })),
}))
const groups = ['1', '2'].flatMap((ten) => ['1', '2'].map((two) => [ten, two]))
const ofOneWave = {
  releases: [{ wave: 'w1', title: 'W1', digest: '0' }],
  withheld: 0,
  comparabilityNotes: [],
}
const counted = { weighted: false, confidence: 0.95, filter: [] }

test('letters name the columns as the service does, also of variables whose codes are numbers', () => {
  const answered = { code: '1', label: 'yes', isNet: false }
  const none = { rowPercent: null, totalPercent: null, effectiveBase: null, interval: null }
  const shown = { status: 'VALUE' as const, count: 5, base: 10, columnPercent: 50, ...none }
  const table = new CrosstabTable(
    {
      ...ofOneWave,
      dimensions: [
        { role: 'ROW', variable: { code: 'q', label: 'Q' }, categories: [answered] },
        ...byNumbers,
      ],
      cells: groups.map((group) => ({
        categories: ['1', ...group],
        higherThan: group.join('/') === '1/2' ? ['2/1'] : [],
        ...shown,
      })),
      base: 40,
      statistics: null,
    },
    'EN',
  )
  const [heads = ''] = crosstabText(table, counted, true).split('──')
  expect(lettersIn(heads)).toBe('a b c d')
  // 10=2, 2=1 is the third.
  expect(crosstabText(table, counted, true)).toMatch(/^yes .* 50\.0 c /m)
})

test('groups of means are named in the order that was asked', () => {
  const table = new MeansTable(
    {
      ...ofOneWave,
      of: { code: 'joy', label: 'Joy' },
      dimensions: byNumbers,
      groups: groups.map((categories) => ({ categories, status: 'WITHHELD' }) as Figure<GroupValue>),
    } as unknown as MeansTable['data'],
    'EN',
  )
  expect(meansText(table, counted)).toContain('\n10=1 · 2=2 ')
})
