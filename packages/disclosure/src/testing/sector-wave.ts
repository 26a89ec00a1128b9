import { planOf } from './plan.ts'
import { people, single, smallWave } from './small-wave.ts'

const variables = [
  single('sector', ['a', 'b', 'c', 'd'], { cd: ['c', 'd'] }),
  single('ruimte', ['ja', 'nee']),
  single('uren', ['minder', 'meer']),
]

const cells = [
  ...people(9, { sector: 'a', ruimte: 'ja' }),
  ...people(3, { sector: 'a', ruimte: 'nee' }),
  ...people(2, { sector: 'b', ruimte: 'ja' }),
  ...people(4, { sector: 'b', ruimte: 'nee' }),
  ...people(3, { sector: 'c', ruimte: 'ja' }),
  ...people(5, { sector: 'd', ruimte: 'ja' }),
  ...people(15, { sector: 'd', ruimte: 'nee' }),
]

/** Respondents by sector: a 12, b 6, c 3, d 20; and each weighs 2 in a, 0.5 elsewhere. */
export const sectorWave = smallWave(
  variables,
  cells,
  cells.map(({ sector }) => (sector === 'a' ? 2 : 0.5)),
)

export const sectorPolicy = {
  minimumGroupSize: 5,
  background: ['sector'],
  questions: ['ruimte', 'uren'],
  breakdowns: [['sector']],
}

/** Sector c is small; d goes with it, for the net of both is shown. */
export const sectorPlan = planOf(sectorWave, sectorPolicy)
