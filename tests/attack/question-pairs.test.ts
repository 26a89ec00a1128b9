import { loadSolver, planRelease, type ReleasePlan } from '@peo/disclosure'
import { expect, test } from 'vitest'
import { attackPairsByBackground } from './attack-pairs-by-background.ts'
import { solveFacts } from './attack-wave.ts'
import { describeFinding } from './finding.ts'
import { gatherProtected } from './gather-protected.ts'
import { dataOf, type HardWave, hardWave } from './hard-wave.ts'
import { asked, background, foundOf, madeWave, people, planOf } from './made-wave.ts'

/** All of sector b said yes; who said yes said c or a to the other question, and nobody else did. */
const wave = madeWave(
  [
    background('sector', ['a', 'b', 'c', 'd', 'e']),
    background('area', ['city', 'coast']),
    asked('space', ['yes', 'no', 'partly']),
    asked('hours', ['a', 'b', 'c', 'd']),
  ],
  [
    ...people(8, { sector: 'a', area: 'city', space: 'yes', hours: 'c' }),
    ...people(1, { sector: 'a', area: 'city', space: 'no', hours: 'd' }),
    ...people(2, { sector: 'a', area: 'coast', space: 'partly', hours: 'b' }),
    ...people(4, { sector: 'b', area: 'city', space: 'yes', hours: 'a' }),
    ...people(3, { sector: 'b', area: 'city', space: 'yes', hours: 'c' }),
    ...people(3, { sector: 'b', area: 'coast', space: 'yes', hours: 'c' }),
    ...people(8, { sector: 'c', area: 'coast', space: 'yes', hours: 'a' }),
    ...people(3, { sector: 'c', area: 'city', space: 'yes', hours: 'c' }),
    ...people(1, { sector: 'c', area: 'city', space: 'no', hours: 'd' }),
    ...people(1, { sector: 'c', area: 'coast', space: 'partly', hours: 'b' }),
    ...people(3, { sector: 'd', area: 'city', space: 'yes', hours: 'a' }),
    ...people(1, { sector: 'd', area: 'coast', space: 'yes', hours: 'c' }),
    ...people(3, { sector: 'd', area: 'city', space: 'no', hours: 'b' }),
    ...people(4, { sector: 'd', area: 'coast', space: 'partly', hours: 'b' }),
    ...people(1, { sector: 'e', area: 'city', space: 'yes', hours: 'a' }),
    ...people(1, { sector: 'e', area: 'coast', space: 'yes', hours: 'c' }),
    ...people(3, { sector: 'e', area: 'city', space: 'partly', hours: 'b' }),
  ],
)

function attacked(truth: HardWave, plan: ReleasePlan) {
  const questions = truth.codebook.variables.filter((variable) => !variable.background)
  const facts = solveFacts(truth, gatherProtected(dataOf(truth), plan, truth.codebook))
  return [...attackPairsByBackground(truth, facts, questions)]
}

/** The same plan, with the answers of five and more shown in the tables of both questions. */
function showingPairs(plan: ReleasePlan): ReleasePlan {
  const withheld = Object.fromEntries(
    Object.entries(plan.withheld).map(([family, groups]) => {
      const own = Object.entries(groups).filter(([, reason]) => reason !== 'PROTECTS_ANOTHER')
      return [family, /^space\|hours$|^hours\|space$/.test(family) ? Object.fromEntries(own) : groups]
    }),
  )
  return { ...plan, withheld, withheldWeighted: withheld }
}

test('a table of two questions ties what each says by background', () => {
  const plan = planOf(wave)
  expect(attacked(wave, plan).map(describeFinding)).toEqual([])
  const found = attacked(wave, showingPairs(plan))
  expect(foundOf(found, 'sector=b & area=coast')).toContain('space × hours: one answer yes = 3')
})

/** `ATTACK_SEED` is the first seed, `ATTACK_WAVES` how many follow each other from it. */
const seed = Number(process.env.ATTACK_SEED ?? 1)
const waves = Number(process.env.ATTACK_WAVES ?? 12)

test(`pairs of questions tell nothing of small groups of ${waves} hard waves from seed ${seed} on`, async () => {
  const solver = await loadSolver()
  for (let each = seed; each < seed + waves; each++) {
    const hard = hardWave(each)
    expect(attacked(hard, planRelease(dataOf(hard), hard.policy, solver)).map(describeFinding)).toEqual([])
  }
})
