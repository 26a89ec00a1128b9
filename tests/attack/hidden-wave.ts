import type { Database } from '../../packages/server/src/database/database.ts'
import type { HardWave } from './hard-wave.ts'
import { asked, background, madeWave, people } from './made-wave.ts'

const sectors = ['a', 'b', 'c', 'd', 'e']

/** Of which sectors the hidden respondents may be, by answer and number: what no reader may be able to tell apart. */
export const truths = {
  'three alike': 'cccddddddddd',
  'three not alike': 'cdcddddddddc',
  one: 'ddddcddddddd',
  four: 'ccdddddcdddc',
  nobody: 'eeeeeeeeeeee',
}

/**
 * Sectors a and b are shown. Twelve respondents are of sectors c and d, which are withheld, as e is, which is
 * empty: which of the three each of them is of, no table shows.
 */
export function hiddenWave(code: string): HardWave {
  const made = madeWave(
    [
      background('sector', sectors),
      background('area', ['city', 'coast']),
      asked('space', ['yes', 'no']),
      asked('causes', ['rules', 'hours'], { measurement: 'MULTIPLE' }),
      asked('joy', [], { measurement: 'NUMERIC', minimum: 1, maximum: 5 }),
    ],
    [
      ...people(6, { sector: 'a', area: 'city', space: 'yes', causes: ['rules'], joy: '2' }),
      ...people(7, { sector: 'a', area: 'city', space: 'no', causes: ['hours'], joy: '4' }),
      ...people(6, { sector: 'a', area: 'coast', space: 'yes', causes: ['rules', 'hours'], joy: '3' }),
      ...people(6, { sector: 'a', area: 'coast', space: 'no', causes: [], joy: '4' }),
      ...people(6, { sector: 'b', area: 'city', space: 'yes', causes: ['rules'], joy: '5' }),
      ...people(6, { sector: 'b', area: 'city', space: 'no', causes: ['rules', 'hours'], joy: '1' }),
      ...people(7, { sector: 'b', area: 'coast', space: 'yes', causes: ['hours'], joy: '2' }),
      ...people(6, { sector: 'b', area: 'coast', space: 'no', causes: [], joy: '3' }),
      ...people(3, { sector: 'c', area: 'city', space: 'yes', causes: ['rules'], joy: '5' }),
      ...people(2, { sector: 'd', area: 'city', space: 'no', causes: ['hours'], joy: '1' }),
      ...people(2, { sector: 'd', area: 'city', space: 'yes', causes: [], joy: '4' }),
      ...people(1, { sector: 'c', area: 'coast', space: 'no', causes: ['rules'], joy: '3' }),
      ...people(4, { sector: 'd', area: 'coast', space: 'no', causes: ['rules'], joy: '3' }),
    ],
    [['sector', 'area']],
  )
  return {
    ...made,
    codebook: { ...made.codebook, wave: code },
    weighting: { variable: 'area', weights: { city: 0.85, coast: 1.16 } },
  }
}

/** Moves the hidden respondents of a published wave to these sectors; its plan stays as it was. */
export async function moveHidden({ prisma }: Database, wave: string, to: string): Promise<void> {
  const columnOf = (variable: string) =>
    prisma.releaseColumn.findFirstOrThrow({ where: { variable, release: { wave: { code: wave } } } })
  const [column, space, joy] = [await columnOf('sector'), await columnOf('space'), await columnOf('joy')]
  const data = Uint8Array.from(column.data)
  // Respondents are stored in random order.
  const hidden = [...data.keys()].filter((respondent) => data[respondent]! >= sectors.indexOf('c'))
  hidden.sort((one, other) => space.data[one]! - space.data[other]! || joy.data[one]! - joy.data[other]!)
  for (const [index, respondent] of hidden.entries()) data[respondent] = sectors.indexOf(to[index]!)
  await prisma.releaseColumn.update({ where: { id: column.id }, data: { data } })
}
