import type { Database } from '../../packages/server/src/database/database.ts'
import type { HardWave } from './hard-wave.ts'
import { asked, background, madeWave, people } from './made-wave.ts'

const sectors = ['a', 'b', 'c', 'd', 'e']

/** Of which sectors the hidden respondents may be, in their order: what no reader may be able to tell apart. */
export const truths = {
  'three alike': 'cccdddd',
  'three not alike': 'dcdcddc',
  one: 'dddcddd',
  four: 'ccccddd',
  nobody: 'eeeeeee',
}

/**
 * Sectors a and b are shown. The last seven respondents are of sectors c and d, which are withheld, as e is, which is
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
    ],
    [['sector', 'area']],
  )
  return {
    ...made,
    codebook: { ...made.codebook, wave: code },
    weighting: { variable: 'area', weights: { city: 0.75, coast: 1.32 } },
  }
}

/** Moves the hidden respondents of a published wave to these sectors; its plan stays as it was. */
export async function moveHidden({ prisma }: Database, wave: string, to: string): Promise<void> {
  const column = await prisma.releaseColumn.findFirstOrThrow({
    where: { variable: 'sector', release: { wave: { code: wave } } },
  })
  const data = Uint8Array.from(column.data)
  const codes = [...to].map((sector) => sectors.indexOf(sector))
  data.set(codes, data.length - codes.length)
  await prisma.releaseColumn.update({ where: { id: column.id }, data: { data } })
}
