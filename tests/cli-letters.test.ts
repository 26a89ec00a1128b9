import { beforeAll, expect, test } from 'vitest'
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
