import { expect, test } from 'vitest'
import { attackRows } from './attack-rows.ts'
import type { FileRow } from './file-row.ts'
import { gatherProtected } from './gather-protected.ts'
import { dataOf } from './hard-wave.ts'
import { asked, background, madeWave, people, planOf } from './made-wave.ts'
import type { TrueWave } from './true-wave.ts'
import { showing } from './weakened-plan.ts'

/**
 * All who answered rarely are of sector b, and all whose pressure is low are on the coast. Two of sector b are on the
 * coast; one of them gave both answers.
 */
const wave = madeWave(
  [
    background('sector', ['a', 'b']),
    background('area', ['city', 'coast']),
    asked('space', ['often', 'rarely']),
    asked('pressure', ['high', 'low']),
  ],
  [
    ...people(6, { sector: 'a', area: 'city', space: 'often', pressure: 'high' }),
    ...people(3, { sector: 'a', area: 'coast', space: 'often', pressure: 'high' }),
    ...people(3, { sector: 'a', area: 'coast', space: 'often', pressure: 'low' }),
    ...people(4, { sector: 'b', area: 'city', space: 'often', pressure: 'high' }),
    ...people(3, { sector: 'b', area: 'city', space: 'rarely', pressure: 'high' }),
    ...people(1, { sector: 'b', area: 'coast', space: 'rarely', pressure: 'low' }),
    ...people(1, { sector: 'b', area: 'coast', space: 'often', pressure: 'high' }),
  ],
)

/** Answers as they were given, with these background variables said as they are. */
function openRows({ respondents }: TrueWave, ...said: readonly string[]): FileRow[] {
  return respondents.map((respondent) => ({
    weight: 1,
    background: Object.fromEntries(said.map((code) => [code, [String(respondent[code])]])),
    answers: respondent,
  }))
}

/** The rows that fewer than k respondents can be behind, and how many can. */
function placed(rows: readonly FileRow[], facts: Parameters<typeof attackRows>[1]): string[] {
  return [...attackRows(wave, facts, rows)]
    .filter(({ question }) => question === 'row')
    .map(({ answer, group, base }) => `${answer}: ${group}, ${base}`)
}

test('rows that say all of the background are those of few', () => {
  expect(placed(openRows(wave, 'sector', 'area'), [])).toEqual(['19: b/coast, 2', '20: b/coast, 2'])
  expect(placed(openRows(wave, 'sector'), [])).toEqual([])
})

test('rows that say nothing of the background are placed by tables that show where an answer was given', () => {
  const rows = openRows(wave)
  const plan = planOf(wave)
  const gather = (weakened: typeof plan) => gatherProtected(dataOf(wave), weakened, wave.codebook)
  expect(placed(rows, gather(showing(plan, wave, 'BELOW_MINIMUM', 'PROTECTS_ANOTHER', 'UNANIMOUS')))).toEqual(
    ['19: b/coast, 2'],
  )
})
