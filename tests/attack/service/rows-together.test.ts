import { expect, test } from 'vitest'
import { createApp } from '../../../packages/server/src/app.ts'
import { testDatabase } from '../../../packages/server/src/testing/test-database.ts'
import { attackRows } from '../attack-rows.ts'
import { solveFacts } from '../attack-wave.ts'
import { describeFinding } from '../finding.ts'
import { gatherProtected } from '../gather-protected.ts'
import { gatherRows } from '../gather-rows.ts'
import { dataOf } from '../hard-wave.ts'
import { asked, background, madeWave, planOf } from '../made-wave.ts'
import { placeRowsTogether } from '../place-rows-together.ts'
import { publishWaves } from '../publish-waves.ts'

/** Six of each sector and of each area, so that tables show all; three of each together. */
const respondents = [
  'a city no yes yes no',
  'a city yes no no yes',
  'a city yes yes yes yes',
  'a coast no no no no',
  'a coast no yes no yes',
  'a coast yes yes no yes',
  'b city no yes yes no',
  'b city yes no no no',
  'b city yes yes no yes',
  'b coast no no no no',
  'b coast no no yes no',
  'b coast no no yes no',
].map((line) => {
  const [sector, area, space, joy, care, rest] = line.split(' ') as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  return { sector, area, space, joy, care, rest }
})
const questions = ['space', 'joy', 'care', 'rest']
const wave = madeWave(
  [
    background('sector', ['a', 'b']),
    background('area', ['city', 'coast']),
    ...questions.map((code) => asked(code, ['yes', 'no'])),
  ],
  respondents,
)
const facts = solveFacts(wave, gatherProtected(dataOf(wave), planOf(wave), wave.codebook))

/** Rows that say nothing of the background. */
const rowsOf = (codes: readonly string[]) =>
  wave.respondents.map((respondent) => ({
    weight: 1,
    background: {},
    answers: Object.fromEntries(codes.map((code) => [code, respondent[code]!])),
  }))

test('tables of four questions place rows of all four, and not those of one', () => {
  const findings = [...placeRowsTogether(wave, facts, rowsOf(questions))]
  expect(findings.map(({ group, base }) => [group, base])).toEqual([
    ['a/coast', 3],
    ['b/city', 3],
  ])
  expect([...placeRowsTogether(wave, facts, rowsOf(['space']))]).toEqual([])
})

test('the file has no more questions side by side than the tables leave open', async () => {
  const database = await testDatabase('empty')
  await publishWaves(database, [wave])
  const rows = await gatherRows(createApp(database, { viewer: { role: 'RESEARCHER' } }), wave.codebook)
  const said = questions.filter((code) => rows.some(({ answers }) => code in answers))
  expect(said.length).toBeGreaterThan(0)
  expect(said.length).toBeLessThan(questions.length)
  expect([...attackRows(wave, facts, rows)].map(describeFinding)).toEqual([])
})
